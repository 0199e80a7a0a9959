using System.Reflection;
using System.Text.RegularExpressions;
using Bedrock.Toolkit.Tests.Conventions;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

/// <summary>The table in the docs and the members of Microsoft.Extensions.AI are the same, so that a new member of a later version is noticed.</summary>
public sealed partial class ExtensionsAIDocsTests
{
    [Fact]
    public void Table_Members_AreThoseOfMicrosoftExtensionsAI()
    {
        string page = File.ReadAllText(Path.Combine(SourceFolders.Repository, "docs", "extensions-ai.md"));
        List<string> listed = [.. Row().Matches(page).Select(row => row.Groups["member"].Value)];
        List<string> members = [.. Members()];

        Assert.True(members.Count > 60);
        Assert.Equal(listed.Count, listed.Distinct().Count());
        ConventionFaults.AssertNone(
            members.Except(listed).Select(member => $"docs/extensions-ai.md does not list {member}")
                .Concat(listed.Except(members).Select(member => $"docs/extensions-ai.md lists {member}, which does not exist")));
    }

    private static IEnumerable<string> Members()
    {
        IEnumerable<Type> contents = typeof(AIContent).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(AIContent)));
        return from type in contents.Prepend(typeof(ChatMessage)).Prepend(typeof(ChatOptions))
               from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
               select $"{type.Name}.{property.Name}";
    }

    [GeneratedRegex(@"^\| `(?<member>\w+\.\w+)` \|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}
