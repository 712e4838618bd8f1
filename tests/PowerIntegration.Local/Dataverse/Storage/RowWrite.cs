namespace PowerIntegration.Local.Dataverse.Storage;

/// <summary>One create, update or delete of a transaction, in the order it happened.</summary>
/// <param name="Message">Create, Update or Delete.</param>
/// <param name="Table">Logical name of the table.</param>
/// <param name="Id">Id of the row.</param>
/// <param name="Columns">Columns that the request named.</param>
/// <param name="After">The row after it; null for a delete.</param>
/// <param name="UserId">Who did it.</param>
internal sealed record RowWrite(string Message, string Table, Guid Id, IReadOnlyList<string> Columns, Row? After, Guid UserId);
