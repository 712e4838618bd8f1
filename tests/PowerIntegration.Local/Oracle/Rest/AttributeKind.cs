namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>What an attribute holds; decides how it is read, compared and written.</summary>
internal enum AttributeKind
{
    Text,

    /// <summary>A long whole number that framework 9 sends as text.</summary>
    Id,

    /// <summary>A small whole number, always a JSON number.</summary>
    Integer,

    /// <summary>A decimal number that framework 9 sends as text.</summary>
    Amount,

    /// <summary>yyyy-MM-dd.</summary>
    Date,

    /// <summary>yyyy-MM-ddTHH:mm:ss.fff+00:00.</summary>
    Timestamp,

    Flag,
}
