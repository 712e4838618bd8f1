namespace PowerIntegration.Packer.Packing;

/// <summary>Runs a program to its end.</summary>
/// <param name="fileName">The program.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="folder">Folder that it runs in.</param>
/// <param name="say">Takes each line that it prints.</param>
/// <returns>Its exit code.</returns>
/// <exception cref="System.ComponentModel.Win32Exception">The program was not found.</exception>
public delegate int RunProgram(string fileName, IReadOnlyList<string> arguments, string folder, Action<string> say);
