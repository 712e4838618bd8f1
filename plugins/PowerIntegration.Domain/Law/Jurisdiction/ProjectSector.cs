namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>Who the project is built for; the law depends on it.</summary>
public enum ProjectSector
{
    /// <summary>A private owner.</summary>
    Private,

    /// <summary>A state, province, city or other public body below the federal level.</summary>
    Public,

    /// <summary>The federal government. State rules do not apply to such a project.</summary>
    Federal,
}
