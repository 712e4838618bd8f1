using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>The person behind a call of the connector, as the gateway read it from the token that Microsoft Entra ID signed.</summary>
internal static class DraftingPerson
{
    private const string User = "systemuser";
    private const string FullName = "fullname";
    private const string ApplicationId = "applicationid";

    /// <summary>Finds the person.</summary>
    /// <param name="service">Reads.</param>
    /// <param name="objectId">Object ID in Microsoft Entra ID.</param>
    /// <param name="person">The person; null where there is a refusal.</param>
    /// <returns>Why nothing is entered for that account; null where it is the one of a mapping administrator.</returns>
    public static Refusal? Find(IOrganizationService service, string objectId, out Person? person)
    {
        person = null;
        if (!Guid.TryParse(objectId, out var id) || Row(service, id) is not { } row)
        {
            return Unusable($"Account {objectId} is not an enabled user of this environment. Ask a system administrator to add the user.");
        }

        if (row.GetAttributeValue<Guid?>(ApplicationId) is { } application && application != Guid.Empty)
        {
            return Unusable(
                $"The connection signs in as application {application:D}. A mapping rule is entered by a person; use the connection of a mapping "
                    + "administrator."
            );
        }

        var found = new Person(row.Id, PluginCall.ShownName(row.GetAttributeValue<string>(FullName)));
        if (RoleReader.OfUser(service, row.Id)?.Roles.Any(held => held.Role == ShippedRole.MappingAdministrator) != true)
        {
            return new Refusal(
                DocumentReasons.SecondPersonRequired,
                $"{found} does not have the role {ShippedRole.MappingAdministrator.Name}. Ask a mapping administrator to enter the rule."
            );
        }

        person = found;
        return null;
    }

    private static Entity? Row(IOrganizationService service, Guid objectId)
    {
        var query = Rows.Of(User, [FullName, ApplicationId]);
        query.Criteria.AddCondition("azureactivedirectoryobjectid", ConditionOperator.Equal, objectId);
        query.Criteria.AddCondition("isdisabled", ConditionOperator.Equal, false);
        query.TopCount = 1;
        return Rows.First(service, query);
    }

    private static Refusal Unusable(string sentence) => new(SharedReasons.InputUnusable, sentence);
}
