namespace PowerIntegration.Plugins.Wbs;

/// <summary>Someone who is told about codes without a task.</summary>
/// <param name="Id">Row of the user.</param>
/// <param name="Address">Sign-in name, by which Teams finds the person.</param>
internal sealed record NoticedPerson(Guid Id, string Address);
