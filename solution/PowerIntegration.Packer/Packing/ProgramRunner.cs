using System.Diagnostics;

namespace PowerIntegration.Packer.Packing;

/// <summary>Runs a program of this machine and passes its lines on as they come.</summary>
public static class ProgramRunner
{
    /// <summary>Runs it; see <see cref="RunProgram"/>.</summary>
    public static int Run(string fileName, IReadOnlyList<string> arguments, string folder, Action<string> say)
    {
        using Process process = new();
        process.StartInfo = new ProcessStartInfo(fileName, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Lock turn = new();
        process.OutputDataReceived += (_, line) => Pass(line.Data);
        process.ErrorDataReceived += (_, line) => Pass(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return process.ExitCode;

        void Pass(string? line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lock (turn)
                {
                    say(line);
                }
            }
        }
    }
}
