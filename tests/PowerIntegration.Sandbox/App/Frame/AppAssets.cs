using System.Security.Cryptography;
using System.Text;

namespace PowerIntegration.Sandbox.App.Frame;

/// <summary>The style and the script of the app's pages: this program has them inside, and nothing comes from outside.</summary>
internal static class AppAssets
{
    private const string Folder = "/app/assets/";
    private const int MarkLength = 12;

    private static readonly Dictionary<string, byte[]> Files = new[] { "app.css", "app.js", "xrm.js" }.ToDictionary(name => name, Load);

    /// <summary>Address of the style.</summary>
    public static string Style { get; } = Address("app.css");

    /// <summary>Address of the script.</summary>
    public static string Script { get; } = Address("app.js");

    /// <summary>Address of the script that stands for the platform.</summary>
    public static string PlatformScript { get; } = Address("xrm.js");

    /// <summary>Text of the script that stands for the platform.</summary>
    public static string Platform => Encoding.UTF8.GetString(Files["xrm.js"]);

    /// <summary>The content of a file, or null.</summary>
    /// <param name="name">Its name.</param>
    public static byte[]? Find(string name) => Files.GetValueOrDefault(name);

    // An address of its own for each content: a browser keeps it and never shows an old one.
    private static string Address(string name) => $"{Folder}{name}?v={Convert.ToHexString(SHA256.HashData(Files[name]))[..MarkLength]}";

    private static byte[] Load(string name)
    {
        using var stream = typeof(AppAssets).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Encoding.UTF8.GetBytes(reader.ReadToEnd());
    }
}
