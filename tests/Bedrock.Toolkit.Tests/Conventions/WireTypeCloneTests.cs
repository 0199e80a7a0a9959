using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>Every wire object can be copied: equal on the wire, and nothing that can be changed in place is shared.</summary>
public sealed class WireTypeCloneTests
{
    public static TheoryData<string> Types => [.. Copied().Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Clone_EveryMemberSet_IsEqualAndSharesNothing(string fullName)
    {
        Type type = Copied().Single(candidate => candidate.FullName == fullName);
        JsonTypeInfo info = BedrockJson.Options.GetTypeInfo(type);
        var original = (BedrockObject)new WireTypeFiller().Create(type);

        BedrockObject copy = original.Clone();

        Assert.IsType(type, copy);
        Assert.Equal(JsonSerializer.Serialize(original, info), JsonSerializer.Serialize(copy, info));
        Assert.Equal(ObjectGraph.Of(original).Select(node => node.Path), ObjectGraph.Of(copy).Select(node => node.Path));
        ConventionFaults.AssertNone(ObjectGraph.Shared(original, copy)
            .Select(path => $"{path} is shared by copy and original: derive its type from BedrockObject, or implement ICopied"));
    }

    [Fact]
    public void Types_ThatAreCopied_AreAllBelowBedrockObject()
    {
        Assert.Contains(typeof(ClaudeRequest), Copied());
        Assert.True(Copied().Count() > 300, $"Only {Copied().Count()} types were found.");
        ConventionFaults.AssertNone(
            from type in KnownModels.WireTypes
            where !typeof(BedrockObject).IsAssignableFrom(type)
            select $"{type.FullName} is on the wire, but does not derive from BedrockObject");
    }

    [Fact]
    public void Shared_OneListInBoth_IsFound()
    {
        var original = new JurassicRequest { Prompt = "a", StopSequences = ["x"], CountPenalty = new JurassicPenalty() };
        JurassicRequest copy = original.Clone();
        copy.StopSequences = original.StopSequences;
        copy.CountPenalty = original.CountPenalty;

        Assert.Equal(["JurassicRequest.StopSequences", "JurassicRequest.CountPenalty"], ObjectGraph.Shared(original, copy));
    }

    private static IEnumerable<Type> Copied() => KnownModels.Library.GetExportedTypes()
        .Where(type => !type.IsAbstract && typeof(BedrockObject).IsAssignableFrom(type))
        .Where(type => type.GetConstructor(Type.EmptyTypes) is not null && BedrockJson.Options.TryGetTypeInfo(type, out _))
        .OrderBy(type => type.FullName, StringComparer.Ordinal);
}
