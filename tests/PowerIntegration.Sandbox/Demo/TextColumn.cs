namespace PowerIntegration.Sandbox.Demo;

/// <summary>One column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="IsNumber">Numbers end at the right.</param>
/// <param name="From">The narrowest page that shows it.</param>
internal sealed record TextColumn(string Title, bool IsNumber = false, int From = 0);
