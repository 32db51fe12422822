"""What the tables of the Birmingham example hold, and by which names: read by make_tables.py."""

from __future__ import annotations

import pandas as pd

MAIN_TABLES = {
    "metrics-learning": (
        "early_years_communication_language",
        "early_years_literacy",
        "early_years_mathematics",
        "key_stage_2_expected_standard",
        "gcse_english_maths",
        "persistent_absence",
        "qualifications_level_3_plus",
        "no_qualifications",
        "apprenticeship_starts",
        "apprenticeship_achievements",
        "further_education_participation",
    ),
    "metrics-work": (
        "employment_rate",
        "economic_inactivity_rate",
        "unemployment_rate_modelled",
        "unemployment_rate",
        "claimant_count_rate",
        "median_weekly_pay",
        "disposable_income_per_head",
        "child_poverty_relative_bhc",
        "child_poverty_relative_ahc",
        "deprivation_average_score",
    ),
    "metrics-health": (
        "healthy_life_expectancy",
        "preventable_cardiovascular_mortality",
        "cancer_early_diagnosis",
        "adult_obesity",
        "smoking_prevalence",
        "life_satisfaction",
        "life_worthwhile",
        "happiness_yesterday",
        "anxiety_yesterday",
    ),
    "metrics-care": (
        "asc_carer_quality_of_life",
        "asc_carers_find_information_easily",
        "asc_quality_of_life_impact",
        "asc_requests_resulting_in_service",
        "asc_short_term_services_sequel",
        "asc_users_find_information_easily",
        "asc_workforce_turnover",
    ),
    "metrics-places": (
        "housing_affordability_ratio",
        "net_additional_homes",
        "greenhouse_gas_emissions",
        "public_ev_chargers",
        "gigabit_broadband",
        "library_within_30_minute_walk",
        "visited_public_library",
        "visited_museum",
        "visited_heritage_site",
        "engaged_with_arts",
        "grants_awarded",
    ),
}
TABLES = {
    **MAIN_TABLES,
    "metrics-food": ("food_insecurity",),
    "metrics-influence": ("influence_local_decisions",),
    "metrics-internet": ("internet_users",),
    "metrics-urgent-care": ("ae_over_4_hours", "emergency_admission_wait_over_4_hours"),
    "metrics-census-disability": ("census_disability",),
    "metrics-census-ethnic-group": ("census_ethnic_group",),
    "metrics-census-tenure": ("census_tenure",),
}
"""A table's name to the indicators of the source that stand in it."""

COUNTS = {
    "ae_over_4_hours": ("ae_attendances_over_4_hours", "ae_attendances"),
    "emergency_admission_wait_over_4_hours": (
        "emergency_admissions_over_4_hours",
        "emergency_admissions",
    ),
    "census_disability": ("residents_by_disability", "residents_with_disability_known"),
    "census_ethnic_group": ("residents_by_ethnic_group", "residents_with_ethnic_group_known"),
    "census_tenure": ("households_by_tenure", "households_with_tenure_known"),
}
"""Where the source has counts: our names of the numerator and the denominator."""

STANDARD = {
    "indicator": "ae_over_4_hours",
    "period": "2025-07",
    "value": "5",
    "kind": "hold",
    "basis": "NHS Constitution: at least 95% of visits end within four hours, in every month",
}
"""The one target: the standard that every board is held to, so it stands for the latest month."""

LOOKED_AFTER = "_looked_after"
"""Looked-after children are counted over another year (from April), so they are a metric apart."""

FLAGS = {"": "", "x": "x", "u": "u", "Missing value; suppressed": "x"}
"""The source's status to a flag. A blank value without a status is `x` too."""

SAME_TWICE = ("2024-02", "2024-03", "2025-02", "2025-03")
"""The source has the same counts for February and March of both years, in all three areas. One
pair must be a copy and nothing says which, so all four months are marked as of low reliability."""

OWN_PAGES = ("E08000025", "E12000005", "E47000007", "E54000055")

NHS_BOARDS = {
    "E54000055": ("E08000025", "E08000029"),
}

COUNTY_DISTRICTS = {
    "E10000028": (*(f"E0700019{n}" for n in range(2, 10)),),
    "E10000031": (*(f"E070002{n}" for n in range(18, 23)),),
    "E10000034": (*(f"E070002{n}" for n in range(34, 40)),),
}


def flags_said_in_words(values: pd.DataFrame) -> dict[tuple[str, str], str]:
    """(metric, period) to the flag that the source gives in its notes instead of at the value."""
    said = {
        ("disposable_income_per_head", "2023"): "p",
        ("median_weekly_pay", "2024-04-17"): "r",
        ("median_weekly_pay", "2025-04-30"): "p",
        ("key_stage_2_expected_standard", "2024-09-01/2025-08-31"): "r",
    }
    for metric in ("child_poverty_relative_bhc", "child_poverty_relative_ahc"):
        for period in sorted(values[values.metric == metric].period.unique()):
            said[metric, period] = "p"
    return said


def _words(indicator: str, dimension: str, **groups: str) -> dict[str, str]:
    return {f"{indicator}|{dimension}|{words}": group for group, words in groups.items()}


FOOD, INFLUENCE, INTERNET = "food_insecurity", "influence_local_decisions", "internet_users"
CENSUS = {name: f"census_{name}" for name in ("disability", "ethnic_group", "tenure")}
_ASIAN_ETHNICITIES = {
    "indian": "Indian",
    "pakistani": "Pakistani",
    "bangladeshi": "Bangladeshi",
    "chinese": "Chinese",
    "other_asian": "Any other Asian background",
}
_TEN_YEARS = {
    "age_16_24": "16 to 24",
    "age_25_34": "25 to 34",
    "age_35_44": "35 to 44",
    "age_45_54": "45 to 54",
}
_SEXES = {"female": "Female", "male": "Male"}

GROUPS: dict[str, dict[str, str]] = {
    "sex": {
        **_words("healthy_life_expectancy", "Sex", **_SEXES),
        **_words("unemployment_rate", "Sex", **_SEXES),
        **_words(INFLUENCE, "Sex", **_SEXES),
        **_words(INTERNET, "Sex", **_SEXES),
    },
    "age": {
        **_words(FOOD, "Age", **_TEN_YEARS),
        **_words(
            FOOD,
            "Age",
            age_55_59="55 to 59",
            age_60_64="60 to 64",
            age_65_74="65 to 74",
            age_75_84="75 to 84",
            age_85_plus="85 or over",
        ),
        **_words(INTERNET, "Age", **_TEN_YEARS),
        **_words(
            INTERNET,
            "Age",
            age_55_64="55 to 64",
            age_65_74="65 to 74",
            age_75_plus="75 and over",
        ),
    },
    "age_wide": _words(
        INFLUENCE,
        "Age",
        age_16_24="16 to 24",
        age_25_34="25 to 34",
        age_35_49="35 to 49",
        age_50_64="50 to 64",
        age_65_74="65 to 74",
        age_75_plus="75 and over",
    ),
    "pension_age": _words(
        FOOD, "Age group", working_age="Working age", pension_age="State Pension age"
    ),
    "ethnic_group": {
        **_words(
            CENSUS["ethnic_group"],
            "Ethnic group",
            asian="Asian, Asian British or Asian Welsh",
            black="Black, Black British, Black Welsh, Caribbean or African",
            mixed="Mixed or Multiple ethnic groups",
            other="Other ethnic group",
            white="White",
        ),
        **_words(
            FOOD,
            "Ethnic group",
            asian="Asian/Asian British",
            black="Black/African/Caribbean/Black British",
            mixed="Mixed/multiple ethnic groups",
            other="Other ethnic group",
            white="White",
        ),
        **_words(FOOD, "Ethnicity", **_ASIAN_ETHNICITIES),
        **_words(
            INFLUENCE,
            "Ethnicity",
            asian="Asian",
            black="Black",
            mixed="Mixed",
            other="Other",
            white="White",
        ),
        # In this source the two words stand the other way round.
        **_words(
            INTERNET,
            "Ethnicity",
            black="Black/African/Caribbean/Black British",
            mixed="Mixed/Multiple ethnic background",
            other="Other ethnic group",
            white="White",
        ),
        **_words(INTERNET, "Ethnic group", **_ASIAN_ETHNICITIES),
    },
    "disability": {
        **_words(
            CENSUS["disability"],
            "Disability",
            disabled="Disabled under the Equality Act",
            not_disabled="Not disabled under the Equality Act",
        ),
        **_words(
            INFLUENCE,
            "Disability status",
            disabled="Disabled (GSS harmonised)",
            not_disabled="Non-disabled (GSS harmonised)",
        ),
        **_words(
            INTERNET,
            "Disability status",
            disabled="Disabled (GSS harmonised)",
            not_disabled="Not disabled (GSS harmonised)",
        ),
    },
    "tenure": {
        **_words(
            CENSUS["tenure"],
            "Tenure",
            owned_outright="Owned: Owns outright",
            mortgage="Owned: Owns with a mortgage or loan",
            shared_ownership="Shared ownership: Shared ownership",
            council_rented="Social rented: Rents from council or Local Authority",
            other_social_rented="Social rented: Other social rented",
            landlord_rented="Private rented: Private landlord or letting agency",
            other_private_rented="Private rented: Other private rented",
            rent_free="Lives rent free",
        ),
        **_words(
            FOOD,
            "Tenure",
            owned="Occupier owned",
            private_rented="Private rented",
            social_rented="Social rented",
        ),
        **_words(
            FOOD,
            "Tenure sub-category",
            owned_outright="Owned outright",
            mortgage="Buying with a mortgage",
        ),
    },
    "free_school_meals": _words("persistent_absence", "Free school meals", eligible="Eligible"),
    "qualification": _words(
        FOOD,
        "Highest qualification",
        level_4_plus="Level 4 or higher",
        level_3="Level 3",
        level_2="Level 2",
        level_1="Level 1",
        entry_level="Entry level",
        other_qualification="Other qualification",
        none_reported="No reported qualifications",
    ),
    "weekly_income": _words(
        FOOD,
        "Total gross weekly income",
        under_200="Less than £200",
        from_200="More than £200 but less than £400",
        from_400="More than £400 but less than £600",
        from_600="More than £600 but less than £800",
        from_800="More than £800 but less than £1,000",
        from_1000="£1,000 or more",
    ),
    "household_children": _words(
        FOOD,
        "Household composition - children",
        with_children="With children",
        without_children="Without children",
    ),
    "household_disability": _words(
        FOOD,
        "Household composition - disabled adults",
        disabled_adult="One or more disabled adults",
        disabled_adult_working_age="One or more disabled adults under State Pension age",
        no_disabled_adult="No disabled adults",
    ),
    "household_pensioners": _words(
        FOOD,
        "Household composition - adults over State Pension age",
        pensioner="One or more adults over State Pension age",
    ),
    "household_unemployment": _words(
        FOOD,
        "Household composition - unemployed adults",
        unemployed_adult="One or more unemployed adults under State Pension age",
    ),
    "state_support": {
        **_words(
            FOOD,
            "State support",
            any_support="In receipt of state support (benefit and/or Tax Credits)",
            benefit="In receipt of benefit",
            tax_credits="In receipt of Tax Credits",
        ),
        **_words(
            FOOD,
            "State support detail",
            income_related_benefit="Income-related benefit",
            other_benefit="Non-income-related benefit",
            child_tax_credit="Child Tax Credit",
            working_tax_credit="Working Tax Credit",
        ),
    },
    "employment_status": _words(
        INTERNET,
        "Employment status",
        employed="Employed",
        self_employed="Self-employed",
        unemployed="Unemployed",
        government_training="Government employment & training programmes",
        unpaid_family_worker="Unpaid family worker",
        student="Student",
        retired="Retired",
        inactive="Inactive",
    ),
    "income_band": _words(
        INFLUENCE,
        "Household income",
        **{f"band_{n}": f"Band {n}" for n in range(1, 9)},
        no_income="No income",
    ),
    "deprivation_fifth": _words(
        INFLUENCE,
        "Index of multiple deprivation quintile",
        fifth_1="Quintile 1 (Most deprived)",
        fifth_2="Quintile 2",
        fifth_3="Quintile 3",
        fifth_4="Quintile 4",
        fifth_5="Quintile 5 (least deprived)",
    ),
    "citizenship": _words(
        INFLUENCE,
        "Citizenship",
        united_kingdom="United Kingdom",
        ireland="Republic of Ireland",
        european_union="EU Member State",
        elsewhere="Elsewhere in the world",
    ),
    "urban_rural": _words(INFLUENCE, "Urban or rural", urban="Urban", rural="Rural"),
}
"""A breakdown's column: indicator|dimension|category of the source to our name of the group."""
