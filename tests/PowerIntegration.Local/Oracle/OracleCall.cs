namespace PowerIntegration.Local.Oracle;

/// <summary>How often one operation was called, failed calls included.</summary>
/// <param name="Method">HTTP method in upper case.</param>
/// <param name="Template">Path below the version, keys replaced by their names, for example <c>invoices/{invoicesUniqID}</c>; unknown paths as they
/// came.</param>
/// <param name="Count">Number of calls.</param>
public sealed record OracleCall(string Method, string Template, int Count);
