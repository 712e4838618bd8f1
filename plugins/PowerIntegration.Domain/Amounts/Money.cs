using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Amounts;

/// <summary>An amount in the major unit of a currency. The default value is zero of no currency.</summary>
/// <param name="Amount">Amount in the major unit.</param>
/// <param name="Currency">Its currency.</param>
public readonly record struct Money(decimal Amount, Currency Currency) : IComparable<Money>
{
    /// <summary>True where the amount is zero.</summary>
    public bool IsZero => Amount == 0m;

    /// <summary>Zero of a currency.</summary>
    public static Money Zero(Currency currency) => new(0m, currency);

    /// <summary>An amount given in the smallest unit of the currency, cents for dollars.</summary>
    public static Money FromMinorUnits(long units, Currency currency) => new(units * Rounding.MinorUnit(currency), currency);

    /// <summary>Adds; both must be of one currency.</summary>
    /// <exception cref="InvariantBrokenException">Two currencies.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + right.Amount, Common(left, right));

    /// <summary>Subtracts; both must be of one currency.</summary>
    /// <exception cref="InvariantBrokenException">Two currencies.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - right.Amount, Common(left, right));

    /// <summary>The opposite amount.</summary>
    public static Money operator -(Money value) => new(-value.Amount, value.Currency);

    /// <summary>True where the left is less.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>True where the left is more.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>True where the left is not more.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>True where the left is not less.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Adds.</summary>
    public static Money Add(Money left, Money right) => left + right;

    /// <summary>Subtracts.</summary>
    public static Money Subtract(Money left, Money right) => left - right;

    /// <summary>The opposite amount.</summary>
    public static Money Negate(Money value) => -value;

    /// <inheritdoc/>
    public int CompareTo(Money other)
    {
        Common(this, other);
        return Amount.CompareTo(other.Amount);
    }

    /// <summary>The amount and the code, as <c>1,234.50 USD</c>.</summary>
    public override string ToString() => Sentence.Amount(Amount) + " " + Currency.Code;

    private static Currency Common(Money left, Money right)
    {
        Invariant.Require(left.Currency == right.Currency, "Amounts are of one currency.");
        return left.Currency;
    }
}
