namespace PowerIntegration.Local.Expressions;

/// <summary>The types of the workflow definition language; numbers in the order in which they promote.</summary>
public enum ValueKind
{
    /// <summary>null.</summary>
    Null,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A 64-bit whole number.</summary>
    WholeNumber,

    /// <summary>A binary floating-point number: a literal with a fraction, or the answer of <c>float</c>.</summary>
    FloatNumber,

    /// <summary>A decimal number: what JSON carries with a fraction, or the answer of <c>decimal</c>.</summary>
    DecimalNumber,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A list.</summary>
    Array,

    /// <summary>Named values in order.</summary>
    Record,
}
