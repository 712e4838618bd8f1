namespace PowerIntegration.Sandbox.Oracle.Rest;

/// <summary>One entry of <c>o:errorDetails</c>.</summary>
/// <param name="Detail">A sentence that names the attribute and the value.</param>
/// <param name="Path">Where in the payload, for example /invoiceLines/1/LineAmount.</param>
/// <param name="Code">Oracle's message code, where one is known.</param>
internal sealed record Problem(string Detail, string? Path = null, string? Code = null);
