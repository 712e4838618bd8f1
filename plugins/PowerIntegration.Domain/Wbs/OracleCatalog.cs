namespace PowerIntegration.Domain.Wbs;

/// <summary>Expenditure types and organizations of an Oracle environment, shared by its projects.</summary>
public sealed class OracleCatalog
{
    private readonly Dictionary<string, OracleExpenditureType> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OracleOrganization> organizations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OracleOrganization> defaults = new(StringComparer.Ordinal);

    /// <summary>Arranges types and organizations by name; where a name comes twice, the first one counts.</summary>
    public OracleCatalog(IEnumerable<OracleExpenditureType> types, IEnumerable<OracleOrganization> organizations)
    {
        foreach (var type in types.Where(type => !this.types.ContainsKey(type.Name)))
        {
            this.types.Add(type.Name, type);
        }

        foreach (var organization in organizations.Where(organization => !this.organizations.ContainsKey(organization.Name)))
        {
            this.organizations.Add(organization.Name, organization);
            if (organization.IsUnitDefault && !defaults.ContainsKey(organization.BusinessUnit))
            {
                defaults.Add(organization.BusinessUnit, organization);
            }
        }
    }

    /// <summary>An expenditure type; null where it is not listed.</summary>
    public OracleExpenditureType? Type(string name) => types.TryGetValue(name, out var type) ? type : null;

    /// <summary>An organization; null where it is not listed.</summary>
    public OracleOrganization? Organization(string name) => organizations.TryGetValue(name, out var organization) ? organization : null;

    /// <summary>The organization that a business unit uses unless another is named; null where there is none.</summary>
    public OracleOrganization? DefaultOf(string businessUnit) => defaults.TryGetValue(businessUnit, out var organization) ? organization : null;
}
