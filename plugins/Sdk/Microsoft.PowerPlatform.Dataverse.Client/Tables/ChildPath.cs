namespace Microsoft.PowerPlatform.Dataverse.Client.Tables;

/// <summary>The way from a row to the rows whose lookup names it.</summary>
internal sealed record ChildPath(string SchemaName, string Table, string Attribute, string Navigation);
