"""What is usual in a series: limits, rules of special cause, and a target held against them."""
