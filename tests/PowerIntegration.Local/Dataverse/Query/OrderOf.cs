using Microsoft.Xrm.Sdk.Query;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>An order and the alias of the table it speaks of; null is the main table.</summary>
internal sealed record OrderOf(string? Alias, OrderExpression Order);
