namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>The columns every table gets from the platform and no solution writes.</summary>
internal static class StandardColumns
{
    /// <summary>Set by a create that brings a row over from elsewhere: when the row was made there.</summary>
    public const string OverriddenCreatedOn = "overriddencreatedon";

    private static readonly ChoiceDefinition States = new(
        "statecode",
        [new ChoiceOption(0, "Active", DefaultStatus: 1), new ChoiceOption(1, "Inactive", DefaultStatus: 2)]
    );

    private static readonly ChoiceDefinition Statuses = new(
        "statuscode",
        [new ChoiceOption(1, "Active", State: 0), new ChoiceOption(2, "Inactive", State: 1)]
    );

    public static IReadOnlyList<ColumnDefinition> AddTo(IReadOnlyList<ColumnDefinition> written, string schemaName, bool userOwned)
    {
        var all = new List<ColumnDefinition>(written);
        foreach (var column in Of(schemaName, userOwned))
        {
            if (written.All(own => own.LogicalName != column.LogicalName))
            {
                all.Add(column);
            }
        }

        return all;
    }

    private static IEnumerable<ColumnDefinition> Of(string schemaName, bool userOwned)
    {
        yield return ReadOnly("createdon", "CreatedOn", ColumnKind.DateTime) with
        {
            DateBehavior = DateBehavior.UserLocal,
            DisplayName = "Created On",
        };
        yield return User("createdby", "CreatedBy", "Created By");
        // Empty: no one acts in another's name here.
        yield return User("createdonbehalfby", "CreatedOnBehalfBy", "Created By (Delegate)");
        yield return ReadOnly("modifiedon", "ModifiedOn", ColumnKind.DateTime) with
        {
            DateBehavior = DateBehavior.UserLocal,
            DisplayName = "Modified On",
        };
        yield return User("modifiedby", "ModifiedBy", "Modified By");
        yield return User("modifiedonbehalfby", "ModifiedOnBehalfBy", "Modified By (Delegate)");
        yield return ReadOnly("versionnumber", "VersionNumber", ColumnKind.BigInt);
        var prefix = schemaName.ToLowerInvariant();
        yield return new ColumnDefinition
        {
            LogicalName = "statecode",
            SchemaName = "statecode",
            Kind = ColumnKind.State,
            Choice = States with { Name = prefix + "_statecode" },
            ValidForCreate = false,
            DisplayName = "Status",
        };
        yield return new ColumnDefinition
        {
            LogicalName = "statuscode",
            SchemaName = "statuscode",
            Kind = ColumnKind.Status,
            Choice = Statuses with { Name = prefix + "_statuscode" },
            DisplayName = "Status Reason",
        };
        if (userOwned)
        {
            yield return new ColumnDefinition
            {
                LogicalName = "ownerid",
                SchemaName = "OwnerId",
                Kind = ColumnKind.Owner,
                Targets = [SystemTables.User],
                DisplayName = "Owner",
            };
            yield return User("owninguser", "OwningUser", "Owning User");
            yield return ReadOnly("owningbusinessunit", "OwningBusinessUnit", ColumnKind.Lookup) with
            {
                Targets = [SystemTables.BusinessUnit],
            };
        }
    }

    private static ColumnDefinition User(string logicalName, string schemaName, string displayName) =>
        ReadOnly(logicalName, schemaName, ColumnKind.Lookup) with
        {
            Targets = [SystemTables.User],
            DisplayName = displayName,
        };

    private static ColumnDefinition ReadOnly(string logicalName, string schemaName, ColumnKind kind) =>
        new()
        {
            LogicalName = logicalName,
            SchemaName = schemaName,
            Kind = kind,
            ValidForCreate = false,
            ValidForUpdate = false,
            DisplayName = schemaName,
        };
}
