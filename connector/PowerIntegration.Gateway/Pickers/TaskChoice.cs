namespace PowerIntegration.Gateway.Pickers;

/// <summary>A task of an Oracle project.</summary>
/// <param name="TaskNumber">Task number.</param>
/// <param name="Name">Name, or null.</param>
/// <param name="Chargeable">Whether cost may be charged to it, as Oracle says.</param>
/// <param name="LowestLevel">Whether no task lies under it.</param>
internal sealed record TaskChoice(string TaskNumber, string? Name, bool Chargeable, bool LowestLevel);
