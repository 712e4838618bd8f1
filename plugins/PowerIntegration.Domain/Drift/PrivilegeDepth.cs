namespace PowerIntegration.Domain.Drift;

/// <summary>Whose rows a privilege reaches, from few to all. The values are those of Dataverse's depth mask.</summary>
public enum PrivilegeDepth
{
    /// <summary>None: the role does not have the privilege.</summary>
    None = 0,

    /// <summary>The user's own rows.</summary>
    User = 1,

    /// <summary>Rows of the user's business unit.</summary>
    BusinessUnit = 2,

    /// <summary>Rows of the user's business unit and of the units below it.</summary>
    ChildBusinessUnits = 4,

    /// <summary>Every row.</summary>
    Organization = 8,
}
