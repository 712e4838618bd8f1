using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Security;

/// <summary>A user of the environment who is a person and may sign in.</summary>
/// <param name="Id">Identity in Dataverse.</param>
/// <param name="FullName">Shown name.</param>
internal sealed record Person(Guid Id, string FullName)
{
    /// <summary>The person of a row of users; null for an application, the platform itself and a user switched off.</summary>
    public static Person? Of(Row row) =>
        row["isdisabled"] is true || row["applicationid"] is not null || row.Id == SystemTables.SystemUserId
            ? null
            : new Person(row.Id, row["fullname"] as string ?? "");

    /// <summary>Whether the row's user has the e-mail address or the user principal name.</summary>
    public static bool IsAt(Row row, string address) => Same(row["internalemailaddress"], address) || Same(row["domainname"], address);

    private static bool Same(object? value, string address) => string.Equals(value as string, address, StringComparison.OrdinalIgnoreCase);
}
