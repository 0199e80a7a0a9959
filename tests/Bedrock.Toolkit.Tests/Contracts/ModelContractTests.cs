using Bedrock.Toolkit.Tests.Conventions;

namespace Bedrock.Toolkit.Tests.Contracts;

/// <summary>The mandatory kinds of tests, for every model descriptor of the library, with the samples of its family.</summary>
public sealed class ModelContractTests
{
    public static TheoryData<string> All => [.. Descriptors.All.Keys];

    public static TheoryData<string> Invoked => [.. Descriptors.Invoked];

    public static TheoryData<string> Streaming => [.. Descriptors.Streaming];

    public static TheoryData<string> OneForEachStream => [.. Descriptors.OneForEachStream];

    [Theory]
    [MemberData(nameof(All))]
    public Task Request_EverySample_IsSentAsItStands(string descriptor) => Contract(descriptor).CheckRequestAsync();

    [Theory]
    [MemberData(nameof(Invoked))]
    public Task Response_EverySample_IsTypedAndWrittenBackEqual(string descriptor) => Contract(descriptor).CheckResponseAsync();

    [Theory]
    [MemberData(nameof(All))]
    public void Unknown_InEveryObjectOfEverySample_Survives(string descriptor) => Contract(descriptor).CheckUnknownSurvives();

    [Theory]
    [MemberData(nameof(All))]
    public Task Malformed_EverySample_FailsWell(string descriptor) => Contract(descriptor).CheckMalformedAsync();

    [Theory]
    [MemberData(nameof(Invoked))]
    public Task Usage_OfEverySample_ReachesTheCaller(string descriptor) => Contract(descriptor).CheckUsageAsync();

    [Theory]
    [MemberData(nameof(Streaming))]
    public Task Stream_EverySample_IsTypedAndFolds_Streaming(string descriptor) => Contract(descriptor).CheckStreamAsync();

    [Theory]
    [MemberData(nameof(Streaming))]
    public Task Stream_CutAtEveryFrame_IsIncomplete_Streaming(string descriptor) => Contract(descriptor).CheckCutAtEveryFrameAsync();

    [Theory]
    [MemberData(nameof(OneForEachStream))]
    public Task Stream_CutAtEveryByte_IsIncomplete_Streaming(string descriptor) => Contract(descriptor).CheckCutAtEveryByteAsync();

    [Fact]
    public void Descriptors_AllKinds_AreFound()
    {
        Assert.Contains("ImportedBedrockCompletionRequest by factory", Descriptors.All.Keys);
        Assert.True(Descriptors.All.Count > 100, $"Only {Descriptors.All.Count} descriptors were found.");
        Assert.True(Descriptors.Streaming.Count() > 60);
        Assert.True(Descriptors.OneForEachStream.Count() > 12);
    }

    [Fact]
    public void Samples_Every_BelongsToARequestType()
    {
        HashSet<string> known =
        [
            .. Descriptors.All.Values.Select(model => FamilySamples.Of(model)).Select(samples => $"{samples.Family}/{samples.Schema}"),
        ];

        ConventionFaults.AssertNone(
            from file in Directory.EnumerateFiles(FamilySamples.Root, "*.json*", SearchOption.AllDirectories)
            let name = Path.GetRelativePath(FamilySamples.Root, file).Replace('\\', '/')
            let parts = name.Split('.')
            where !known.Contains(parts[0]) || parts.Length != 3 || !IsKind(parts[1], parts[2])
            select $"Samples/{name} is read by no test: its name must be "
                + "<Family>/<request type without Request>.request…json, .response…json or .stream…jsonl");
    }

    private static bool IsKind(string kind, string extension) =>
        kind.StartsWith("stream", StringComparison.Ordinal) ? extension == "jsonl"
        : extension == "json" && (kind.StartsWith("request", StringComparison.Ordinal) || kind.StartsWith("response", StringComparison.Ordinal));

    private static ModelContract Contract(string descriptor) => ModelContract.Of(Descriptors.All[descriptor]);
}
