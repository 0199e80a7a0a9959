using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Contracts;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>What somebody types first is there, on every verb and family where it makes sense.</summary>
public sealed class GuessedFormsTests
{
    [Fact]
    public void Verbs_All_TakeATokenRightBehindTheRequest() =>
        ConventionFaults.AssertNone(GuessedForms.Verbs.Select(GuessedForms.FaultOfToken).OfType<string>());

    [Fact]
    public void Messages_OfBlocks_TakeTextAndImagesTogether() =>
        ConventionFaults.AssertNone(GuessedForms.Messages.Except([typeof(global::Bedrock.Toolkit.Guardrails.GuardrailChecksMessage)])
        .Select(GuessedForms.FaultOfTextAndImage).OfType<string>());

    [Fact]
    public void Media_Everywhere_ComeFromFilesAndFromBytesAlone() =>
        ConventionFaults.AssertNone(GuessedForms.MediaTypes.Select(GuessedForms.FaultOfMedia).OfType<string>());

    [Fact]
    public void MessagesAndAnswers_OfText_HaveTheSameConveniences() => ConventionFaults.AssertNone(
        GuessedForms.Messages.Except([typeof(global::Bedrock.Toolkit.Guardrails.GuardrailChecksMessage)]).Concat(TextResponses())
            .Select(GuessedForms.FaultOfConveniences).OfType<string>());

    [Fact]
    public void Answers_OfImages_HaveImages() => ConventionFaults.AssertNone(
        from response in Responses(ModelModalities.Image)
        where response.GetProperty("Images") is null
        select $"{response.Name} has no Images");

    [Fact]
    public void ToString_EverySample_IsALineWithoutContent() => ConventionFaults.AssertNone(
        Samples().Select(sample => GuessedForms.FaultOfLine(sample.Value, sample.Json)).OfType<string>());

    [Fact]
    public void TotalTokens_EverySampleThatIsCounted_IsThere() => ConventionFaults.AssertNone(
        from sample in Samples()
        where sample.Value is BedrockResponse { TokenUsage: { TotalTokens: null } usage } && (usage.InputTokens ?? usage.OutputTokens) is not null
        select $"{sample.Value.GetType().Name} is counted, but has no total");

    [Fact]
    public void TypeNames_OfAFamily_SortTogether() => ConventionFaults.AssertNone(
        KnownModels.Library.GetExportedTypes().Where(type => !type.IsNested).Select(GuessedForms.FaultOfPrefix).OfType<string>());

    [Fact]
    public void Converters_FoldsAndExtensionHolders_AreOutOfSight() => ConventionFaults.AssertNone(
        KnownModels.Library.GetExportedTypes().Where(type => !type.IsNested).Select(GuessedForms.FaultOfSight).OfType<string>());

    [Fact]
    public void Rules_AppliedToWhatLacksTheForm_FindTheFaults()
    {
        Assert.True(GuessedForms.Verbs.Count > 35);
        Assert.Superset(new HashSet<Type> { typeof(Message), typeof(ClaudeMessage), typeof(NovaMessage), typeof(ChatCompletionMessage) },
            GuessedForms.Messages.ToHashSet());
        Assert.Superset(new HashSet<Type> { typeof(ImageBlock), typeof(ClaudeImageBlock), typeof(NovaVideoBlock), typeof(MarengoMediaSource),
            typeof(BedrockImage) }, GuessedForms.MediaTypes.ToHashSet());
        Assert.NotNull(GuessedForms.FaultOfToken(typeof(Lacking).GetMethod(nameof(Lacking.DoAsync))!));
        Assert.NotNull(GuessedForms.FaultOfTextAndImage(typeof(Lacking)));
        Assert.NotNull(GuessedForms.FaultOfMedia(typeof(Lacking)));
        Assert.NotNull(GuessedForms.FaultOfConveniences(typeof(Lacking)));
        Assert.NotNull(GuessedForms.FaultOfLine(new Lacking(), "[\"a secret\"]"));
        Assert.NotNull(GuessedForms.FaultOfLine("String: 1; see Nowhere", "[]"));
        Assert.NotNull(GuessedForms.FaultOfSight(typeof(LackingConverter)));
        Assert.True(Samples().Count() > 100);
    }

    private static IEnumerable<Type> TextResponses() => Responses(ModelModalities.Text);

    private static IEnumerable<Type> Responses(ModelModalities output) =>
        Descriptors.All.Values.Where(model => model.Capabilities.Output.HasFlag(output) && model.ResponseType != typeof(void))
            .Select(model => model.ResponseType).Distinct();

    private static IEnumerable<(object Value, string Json)> Samples()
    {
        foreach (Model model in Descriptors.All.Values.Where(model => model.ResponseType != typeof(void)).DistinctBy(model => model.ResponseType))
        {
            FamilySamples samples = FamilySamples.Of(model);
            foreach (Sample sample in samples.Responses)
            {
                yield return (Read(sample.Json, model.ResponseType), sample.Json);
            }

            foreach (Sample sample in samples.Requests)
            {
                object request = Read(sample.Json, model.RequestType);
                yield return (request, sample.Json);
                foreach (object message in request.GetType().GetProperty("Messages")?.GetValue(request) as IEnumerable<object> ?? [])
                {
                    yield return (message, sample.Json);
                }
            }

            Type? type = model.GetType() is { IsConstructedGenericType: true } kind && kind.GetGenericArguments() is [_, _, var streamed] ? streamed : null;
            foreach (string line in type is null ? [] : samples.Streams.SelectMany(sample => sample.Lines))
            {
                yield return (Read(line, type!), line);
            }
        }
    }

    private static object Read(string json, Type type) => JsonSerializer.Deserialize(json, BedrockJson.Options.GetTypeInfo(type))!;

    private sealed class Lacking : BedrockObject
    {
        public static Task DoAsync(IBedrockClient client, string text, InvokeOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult((client, text, options, cancellationToken));

        public static Lacking User(ImageBlock block) => new() { AdditionalProperties = new Dictionary<string, JsonElement> { [block.ToString()] = default } };

        public static Lacking FromBytes(ReadOnlyMemory<byte> bytes, string format) => User(ImageBlock.FromBytes(bytes, format));

        public override string ToString() => "Lacking: a secret";
    }

    private sealed class LackingConverter : System.Text.Json.Serialization.JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
