namespace PowerIntegration.Local.Oracle;

/// <summary>A user account of the simulated pod with the roles that it has, as the resource <c>userAccounts</c> shows it.</summary>
/// <param name="UserName">The user name.</param>
/// <param name="Id">Its GUID, 32 hexadecimal digits.</param>
/// <param name="RoleCodes">Codes of its roles.</param>
public sealed record OracleUserAccount(string UserName, string Id, IReadOnlyList<string> RoleCodes);
