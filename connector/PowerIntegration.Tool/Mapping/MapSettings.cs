namespace PowerIntegration.Tool.Mapping;

/// <summary>What is to be done.</summary>
/// <param name="Workbook">Workbook to import; null for an export.</param>
/// <param name="Dataverse">Address of Dataverse.</param>
/// <param name="Environment">Key of the environment; null for the only one.</param>
/// <param name="Export">Workbook to write; null for an import.</param>
/// <param name="Project">Oracle number of the project to export.</param>
/// <param name="IsPreview">True to write nothing to Dataverse.</param>
internal sealed record MapSettings(string? Workbook, string Dataverse, string? Environment, string? Export, string? Project, bool IsPreview)
{
    /// <summary>The first mistake, or null.</summary>
    public string? Mistake() =>
        Workbook is null == Export is null ? "Give a workbook to import, or --export with the workbook to write. See 'map --help' for examples."
        : Export is not null && Project is null ? "--export needs --project with the Oracle number of the project, or * for the whole company."
        : Export is null && Project is not null ? "--project is only for --export. A workbook names the project of each row."
        : Export is not null && IsPreview ? "--preview is only for an import. An export writes nothing to Dataverse."
        : Workbook is not null && !File.Exists(Workbook) ? $"The file {Workbook} does not exist. Give the workbook to import."
        : MapSignIn.Mistake(Dataverse);
}
