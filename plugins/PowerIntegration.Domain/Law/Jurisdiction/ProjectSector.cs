namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>Who the project is built for; the law differs by it.</summary>
public enum ProjectSector
{
    /// <summary>A private owner.</summary>
    Private,

    /// <summary>A state, a province, a city or another public body below the nation.</summary>
    Public,

    /// <summary>The nation itself. Rules of a state say nothing about such a project.</summary>
    Federal,
}
