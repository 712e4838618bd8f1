namespace PowerIntegration.Sdk.Tests.Comparison;

/// <summary>
/// A checked-in list of types and members: "[assembly]" begins an assembly, a line at the margin a type, an indented line a member of it,
/// "#" a comment.
/// </summary>
public sealed class KnownMembers
{
    private readonly HashSet<string> types = new(StringComparer.Ordinal);
    private readonly HashSet<MemberUse> members = [];

    public IReadOnlySet<string> Types => this.types;

    public IReadOnlySet<MemberUse> Members => this.members;

    public static KnownMembers Read(string file)
    {
        var known = new KnownMembers();
        string assembly = string.Empty;
        string type = string.Empty;
        foreach (string line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
            {
                assembly = line.Trim('[', ']');
            }
            else if (line[0] != ' ')
            {
                type = line;
                known.types.Add(type);
            }
            else
            {
                string[] parts = line.Trim().Split(' ', 2);
                known.members.Add(new MemberUse(assembly, type, parts[0], parts[1]));
            }
        }

        return known;
    }
}
