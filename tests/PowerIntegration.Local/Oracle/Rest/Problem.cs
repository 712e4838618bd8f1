namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>One entry of <c>o:errorDetails</c>.</summary>
/// <param name="Detail">A sentence that names the attribute and the value.</param>
/// <param name="Path">Where in the payload, for example /invoiceLines/1/LineAmount.</param>
/// <param name="Code">Oracle's message code, where one is known.</param>
internal sealed record Problem(string Detail, string? Path = null, string? Code = null)
{
    /// <summary>True where Oracle may well answer and only the simulator does not.</summary>
    public bool IsNotSimulated { get; private init; }

    /// <summary>What Oracle may take and the simulator does not.</summary>
    public static Problem NotSimulated(string what, string? path = null) =>
        new($"The Oracle simulator does not implement {what}.", path) { IsNotSimulated = true };

    /// <summary>A value that the attribute cannot have.</summary>
    public static Problem NotValid(string attribute, string? value) =>
        new($"The value {value} of the attribute {attribute} isn't valid.", "/" + attribute, "FND_CMN_INVALID_ATTRB_API_SERV");
}
