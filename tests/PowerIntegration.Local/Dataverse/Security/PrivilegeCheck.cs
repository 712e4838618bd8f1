using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Security;

/// <summary>
/// Whether a user may do something to a table. The level of a privilege (user, business unit, organization) is ignored: a user who has it at any
/// level has it for every row. There is one business unit, and depth by row is not built.
/// </summary>
internal sealed class PrivilegeCheck
{
    private readonly UserDirectory users;

    public PrivilegeCheck(UserDirectory users) => this.users = users;

    /// <param name="userId">Who asks.</param>
    /// <param name="verb">Create, Read, Write, Delete, Append, AppendTo or Assign.</param>
    /// <param name="table">The table asked.</param>
    public void Require(Guid userId, string verb, TableDefinition table)
    {
        if (table.IsSystem && verb is ("Read" or "AppendTo"))
        {
            return;
        }

        Require(userId, "prv" + verb + table.SchemaName);
    }

    public void Require(Guid userId, string privilege)
    {
        if (!users.Has(userId, privilege))
        {
            throw Faults.Of(
                DataverseErrorCode.PrivilegeDenied,
                $"Principal user (Id={userId}, type=8) is missing {privilege} privilege. Give the user a security role that grants it."
            );
        }
    }
}
