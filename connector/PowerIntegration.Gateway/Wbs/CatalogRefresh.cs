using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Oracle.Wire;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Wbs;

/// <summary>Keeps expenditure types and organizations as Oracle has them, and the transaction controls of a project.</summary>
internal sealed class CatalogRefresh(IDataverseStore store, OracleProjects oracle, MirroredRows rows, PayablesSetups setups, EnvironmentPin pin)
{
    /// <summary>Reads the expenditure types and organizations of the environment.</summary>
    public async Task RefreshAsync(CallBudget budget, CancellationToken cancellationToken)
    {
        var types = await oracle.TypesAsync(budget, cancellationToken);
        var organizations = await oracle.OrganizationsAsync(budget, cancellationToken);
        Require(types.Count > 0, "expenditure types");
        Require(types.All(type => type.ExpenditureTypeClassesLOV is not null), "classes of expenditure types");
        Require(organizations.Count > 0, "organizations that own expenditures");
        await rows.WriteAsync(
            [.. types.Where(type => type is { ExpenditureTypeId: not null, ExpenditureTypeName: not null }).Select(Type)],
            await KeptAsync(OracleExpenditureTypeTable.LogicalName, TypeColumns, cancellationToken),
            OracleExpenditureTypeTable.Active,
            cancellationToken
        );
        var units = organizations.ToLookup(organization => organization.BusinessUnitId);
        var named = await NamedAsync(cancellationToken);
        await rows.WriteAsync(
            [
                .. organizations
                    .Where(one => one is { OrganizationId: not null, OrganizationName: not null })
                    .Select(one => Organization(one, units[one.BusinessUnitId].Count() == 1 || IsNamed(one, named))),
            ],
            await KeptAsync(OracleOrganizationTable.LogicalName, OrganizationColumns, cancellationToken),
            OracleOrganizationTable.OwnsExpenditures,
            cancellationToken
        );
    }

    // What is not shown looks the same as what was deleted, and every invoice would be refused because of it.
    private static void Require(bool isListed, string what)
    {
        if (!isListed)
        {
            throw new IntegrationException(
                ProblemCatalog.OracleAnswerUnreadable,
                $"Oracle lists no {what}. Nothing was changed. Ask the Oracle administrator whether the integration user may see them."
            );
        }
    }

    private static readonly string[] TypeColumns =
    [
        OracleExpenditureTypeTable.Key,
        OracleExpenditureTypeTable.Name,
        OracleExpenditureTypeTable.Classes,
        OracleExpenditureTypeTable.Active,
        OracleExpenditureTypeTable.StartDate,
        OracleExpenditureTypeTable.FinishDate,
        OracleExpenditureTypeTable.EnvironmentId,
    ];

    private static readonly string[] OrganizationColumns =
    [
        OracleOrganizationTable.Key,
        OracleOrganizationTable.Name,
        OracleOrganizationTable.BusinessUnit,
        OracleOrganizationTable.OwnsExpenditures,
        OracleOrganizationTable.UnitDefault,
        OracleOrganizationTable.StartDate,
        OracleOrganizationTable.FinishDate,
        OracleOrganizationTable.EnvironmentId,
    ];

    private Entity Type(OracleExpenditureTypeWire type)
    {
        var what = $"Expenditure type {type.ExpenditureTypeName}";
        var classes = (type.ExpenditureTypeClassesLOV?.Items ?? []).Select(one => one.ExpenditureTypeClassCode).OfType<string>();
        return new Entity(
            OracleExpenditureTypeTable.LogicalName,
            OracleExpenditureTypeTable.Key,
            SyncKey.ForRecord(pin.Scope, SourceSystem.Oracle, "EXPENDITURE-TYPE", type.ExpenditureTypeId!)
        )
        {
            [OracleExpenditureTypeTable.Name] = type.ExpenditureTypeName,
            [OracleExpenditureTypeTable.EnvironmentId] = pin.Environment,
            [OracleExpenditureTypeTable.Classes] = string.Join(";", classes.Order(StringComparer.Ordinal)),
            [OracleExpenditureTypeTable.Active] = true,
            [OracleExpenditureTypeTable.StartDate] = MirroredRows.Day(what, type.ExpenditureTypeStartDate),
            [OracleExpenditureTypeTable.FinishDate] = MirroredRows.Day(what, type.ExpenditureTypeEndDate),
        };
    }

    private static bool IsNamed(OracleOrganizationWire organization, IReadOnlyDictionary<string, string> named) =>
        organization.BusinessUnitName is { } unit && named.TryGetValue(unit, out var name) && name == organization.OrganizationName;

    // The organization that the payables setup of a business unit names.
    private async Task<IReadOnlyDictionary<string, string>> NamedAsync(CancellationToken cancellationToken) =>
        (await setups.ListAsync(cancellationToken))
            .Select(row => new RowView(row))
            .Where(row => row.Text(PayablesSetupTable.ExpenditureOrganization) is not null)
            .GroupBy(row => row.RequiredText(PayablesSetupTable.BusinessUnit), StringComparer.Ordinal)
            .ToDictionary(unit => unit.Key, unit => unit.First().RequiredText(PayablesSetupTable.ExpenditureOrganization), StringComparer.Ordinal);

    // Oracle does not say which organization a unit uses unless another is named; where there is one alone, it is that.
    private Entity Organization(OracleOrganizationWire organization, bool isDefault)
    {
        var what = $"Organization {organization.OrganizationName}";
        return new Entity(
            OracleOrganizationTable.LogicalName,
            OracleOrganizationTable.Key,
            SyncKey.ForRecord(pin.Scope, SourceSystem.Oracle, "ORGANIZATION", $"{organization.OrganizationId}-{organization.BusinessUnitId}")
        )
        {
            [OracleOrganizationTable.Name] = organization.OrganizationName,
            [OracleOrganizationTable.EnvironmentId] = pin.Environment,
            [OracleOrganizationTable.BusinessUnit] = organization.BusinessUnitName,
            [OracleOrganizationTable.OwnsExpenditures] = true,
            [OracleOrganizationTable.UnitDefault] = isDefault,
            [OracleOrganizationTable.StartDate] = MirroredRows.Day(what, organization.EffectiveStartDate),
            [OracleOrganizationTable.FinishDate] = MirroredRows.Day(what, organization.EffectiveEndDate),
        };
    }

    private Task<IReadOnlyList<Entity>> KeptAsync(string table, string[] columns, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns) };
        query.Criteria.AddCondition(OracleOrganizationTable.EnvironmentId, ConditionOperator.Equal, pin.Environment.Id);
        return store.ListAsync(query, cancellationToken);
    }
}
