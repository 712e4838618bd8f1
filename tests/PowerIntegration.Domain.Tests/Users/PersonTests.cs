using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Users;
using Xunit;

namespace PowerIntegration.Domain.Tests.Users;

public sealed class PersonTests
{
    [Fact]
    public void People_are_kept_in_two_columns_and_read_again()
    {
        Person[] people = [People.Dana with { Name = "Dana\nKowalski (00000001)" }, People.Luis];
        var read = Person.ReadAll(Person.WriteIds(people), Person.WriteNames(people));
        Assert.Equal(people.Select(person => person.Id), read.Select(person => person.Id));
        Assert.Equal(["Dana Kowalski (00000001)", "Luis Ortega"], read.Select(person => person.Name));
    }

    [Fact]
    public void The_id_says_who_it_is_never_the_name()
    {
        Assert.True(People.Dana.Is(People.Dana with { Name = "D. Ortega" }));
        Assert.False(People.Dana.Is(People.Luis with { Name = People.Dana.Name }));
        Assert.False(People.Dana.Is(null));
        Assert.Null(Person.Read(null, $"Dana Kowalski ({People.Dana.Id})"));
    }

    [Theory]
    [InlineData(null, null, 0)]
    [InlineData("", "Dana", 0)]
    [InlineData("not an id", "Dana", 0)]
    public void Without_an_id_there_is_no_one(string? ids, string? names, int count) => Assert.Equal(count, Person.ReadAll(ids, names).Count);
}
