namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>What a method on a path does.</summary>
/// <param name="Template">The path with keys replaced by their names; unknown paths as they came.</param>
/// <param name="Run">Answers the request or throws <see cref="RequestRefusedException"/>.</param>
internal sealed record Operation(string Template, Func<OracleRequest, Answer> Run);
