using PowerIntegration.Packer.Generation.Output;
using Xunit;

namespace PowerIntegration.Packer.Tests.Generation;

public sealed class GeneratedFilesTests : IDisposable
{
    private const string Verb = "packer generate cases";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("generated-files-");

    private readonly GeneratedFiles files = new(
        Verb,
        [GeneratedFile.OfText("made/a.g.txt", "one\ntwo\n"), GeneratedFile.OfText("made/below/b.g.txt", "three\n")],
        [new GeneratedPlace("made", ".g.txt")]
    );

    [Fact]
    public void What_was_written_is_current_and_is_not_written_again()
    {
        Assert.Equal(["wrote made/a.g.txt", "wrote made/below/b.g.txt"], files.Write(root.FullName));
        Assert.Empty(files.Differences(root.FullName));
        Assert.Empty(files.Write(root.FullName));
    }

    [Fact]
    public void A_file_that_differs_is_named_with_the_first_line_that_differs()
    {
        files.Write(root.FullName);
        Put("made/a.g.txt", "one\nTWO\n");
        Assert.Equal(
            $"made/a.g.txt, line 2: It differs from what its source makes. Change the source and run '{Verb}'.",
            Assert.Single(files.Differences(root.FullName)).ToString()
        );
    }

    [Fact]
    public void A_file_that_is_missing_is_named()
    {
        files.Write(root.FullName);
        File.Delete(PathOf("made/below/b.g.txt"));
        Assert.Equal($"made/below/b.g.txt, the file: It is missing. Run '{Verb}'.", Assert.Single(files.Differences(root.FullName)).ToString());
    }

    [Fact]
    public void A_file_that_no_source_makes_is_named_and_then_deleted_with_its_folder()
    {
        files.Write(root.FullName);
        Put("made/gone/c.g.txt", "four\n");
        Assert.Equal(
            $"made/gone/c.g.txt, the file: Its source no longer exists. Run '{Verb}', which deletes the file.",
            Assert.Single(files.Differences(root.FullName)).ToString()
        );
        Assert.Equal(["deleted made/gone/c.g.txt"], files.Write(root.FullName));
        Assert.False(Directory.Exists(PathOf("made/gone")));
    }

    [Fact]
    public void Files_of_another_ending_are_left_alone()
    {
        Put("made/readme.txt", "kept");
        files.Write(root.FullName);
        Assert.Empty(files.Differences(root.FullName));
        Assert.Equal("kept", File.ReadAllText(PathOf("made/readme.txt")));
    }

    public void Dispose() => root.Delete(recursive: true);

    private void Put(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    private string PathOf(string file) => Path.Combine(root.FullName, file);
}
