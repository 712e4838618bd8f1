namespace PowerIntegration.Packer.Verification.Flows.Typing;

/// <summary>An object whose members are known. Names are compared as the platform does, without case.</summary>
internal sealed record MembersShape : ValueShape
{
    private readonly Func<string, ValueShape?> find;

    /// <summary>An object whose members are found by a function.</summary>
    /// <param name="what">For a sentence.</param>
    /// <param name="names">Names for a sentence; what the function finds beside them, such as annotations, is left out.</param>
    /// <param name="find">Finds the shape of a member; null where there is none.</param>
    public MembersShape(string what, IEnumerable<string> names, Func<string, ValueShape?> find)
    {
        What = what;
        Names = names;
        this.find = find;
    }

    /// <summary>An object with these members.</summary>
    /// <param name="what">For a sentence.</param>
    /// <param name="members">The members.</param>
    public MembersShape(string what, params IEnumerable<(string Name, ValueShape Shape)> members)
        : this(what, members.Select(member => member.Name), name => members.FirstOrDefault(member => Same(member.Name, name)).Shape) { }

    public override string What { get; }

    /// <summary>Names for a sentence.</summary>
    public IEnumerable<string> Names { get; }

    /// <summary>Shape of a member, or null where the object has no such member.</summary>
    public ValueShape? Find(string name) => find(name);

    /// <summary>An object that may be this one or another one.</summary>
    public MembersShape Or(MembersShape other) =>
        new($"{What} or {other.What}", Names.Union(other.Names), name => Either(Find(name), other.Find(name)));

    private static ValueShape? Either(ValueShape? one, ValueShape? other) => one is null ? other : (other is null || one == other ? one : Unknown);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
