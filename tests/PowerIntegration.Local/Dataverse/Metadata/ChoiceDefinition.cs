namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>A choice, global or of one column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Options">Its options in the order of the file.</param>
internal sealed record ChoiceDefinition(string Name, IReadOnlyList<ChoiceOption> Options)
{
    /// <summary>The option with this number, or null.</summary>
    public ChoiceOption? Find(int value) => Options.FirstOrDefault(option => option.Value == value);
}
