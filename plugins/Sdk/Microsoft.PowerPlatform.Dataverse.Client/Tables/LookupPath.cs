namespace Microsoft.PowerPlatform.Dataverse.Client.Tables;

/// <summary>The way from a row to the one row its lookup names.</summary>
internal sealed record LookupPath(string SchemaName, string Attribute, string Target, string Navigation);
