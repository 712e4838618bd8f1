namespace PowerIntegration.Local.Oracle;

/// <summary>A person or integration user of the simulated pod who signs in with Basic authentication.</summary>
/// <param name="UserName">Name in <c>CreatedBy</c> and <c>LastUpdatedBy</c>.</param>
/// <param name="Password">The password.</param>
public sealed record OracleUser(string UserName, string Password);
