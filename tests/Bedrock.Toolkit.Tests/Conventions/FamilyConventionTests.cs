using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing.Simulation;
using Bedrock.Toolkit.Tests.Contracts;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>What a family must not forget: its usage, its end mark, its samples, its registrations. Each fault says what to do.</summary>
public sealed class FamilyConventionTests
{
    [Fact]
    public void Usage_EveryResponseThatCounts_IsHandedOn()
    {
        Assert.True(KnownModels.ResponseTypes.Count(type => FamilyConventions.CountsOutput(type)) > 8);
        ConventionFaults.AssertNone(KnownModels.ResponseTypes.Select(FamilyConventions.FaultOfUsage).OfType<string>());
    }

    [Fact]
    public void Registration_EveryTypeOfEveryDescriptor_IsInBedrockJson() => ConventionFaults.AssertNone(
        KnownModels.RequestTypes.Concat(KnownModels.ResponseTypes).Concat(KnownModels.EventTypes)
            .Select(FamilyConventions.FaultOfRegistration).OfType<string>());

    // A context that knows nothing but texts serves a shared converter.
    private static bool KnowsAnObject(Type context) => context.CustomAttributes.Any(attribute =>
        attribute.AttributeType == typeof(JsonSerializableAttribute)
            && attribute.ConstructorArguments[0].Value is not Type { IsPrimitive: true } and not Type { Name: "String" });

    [Fact]
    public void Registration_EveryContext_IsInBedrockJsonOnce()
    {
        var resolvers = (IJsonTypeInfoResolver[])typeof(BedrockJson).GetField("Families", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        List<Type> registered = [.. resolvers.Select(resolver => ContextOf(resolver).GetType())];

        ConventionFaults.AssertNone(
            from context in KnownModels.Library.GetTypes()
            where typeof(JsonSerializerContext).IsAssignableFrom(context) && !context.IsAbstract && KnowsAnObject(context)
            let count = registered.Count(type => type == context)
            where count != 1
            select $"{context.Name} is {count} times in BedrockJson.Families: list it exactly once, as {context.Name}.Default");
    }

    [Fact]
    public void Simulation_EveryModelThatIsInvoked_IsAnswered() => ConventionFaults.AssertNone(
        Descriptors.Invoked.Where(name => !name.EndsWith("by factory", StringComparison.Ordinal))
            .Select(name => FamilyConventions.FaultOfSimulation(Descriptors.All[name])).OfType<string>());

    // Without images, which take long to draw and have tests of their own.
    [Fact]
    public void Simulation_EveryModelThatIsInvoked_AnswersASampleInTheFamilysFormat() => ConventionFaults.AssertNone(
        from name in Descriptors.Invoked
        where !name.EndsWith("by factory", StringComparison.Ordinal)
        let model = Descriptors.All[name]
        where !model.Capabilities.Output.HasFlag(ModelModalities.Image)
        let fault = FaultOfAnswer(model, (JsonTypeInfo)model.GetType().GetProperty("ResponseTypeInfo")!.GetValue(model)!)
        where fault is not null
        select $"{name}: {fault}");

    [Fact]
    public void Rules_AppliedToForgetfulFamilies_SayWhatToDo()
    {
        Assert.Contains("override ReadUsage", FamilyConventions.FaultOfUsage(typeof(Forgetful)), StringComparison.Ordinal);
        Assert.Null(FamilyConventions.FaultOfUsage(typeof(LlamaResponse)));
        Assert.Null(FamilyConventions.FaultOfUsage(typeof(PegasusResponse)));
        Assert.Contains("BedrockJson.Families", FamilyConventions.FaultOfRegistration(typeof(Forgetful)), StringComparison.Ordinal);
        Model unknown = PegasusModels.FromId("nobody.knows-v1");
        Assert.Contains("one line to SimulatedFamilies", FamilyConventions.FaultOfSimulation(unknown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contract_OfAFamilyWithoutSamples_NamesTheFilesToAdd()
    {
        var samples = new FamilySamples(Path.Combine(Path.GetTempPath(), "no-samples"), "Pegasus", typeof(PegasusRequest));

        Exception? error = await Record.ExceptionAsync(() => ModelContract.Of(PegasusModels.Pegasus12, samples).CheckRequestAsync());

        Assert.Contains("Add tests/Bedrock.Toolkit.Tests/Samples/Pegasus/Pegasus.re", error?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "sees no end mark")]
    [InlineData(true, "takes the first chunk for the last one")]
    public async Task Contract_OfAFamilyWithoutItsEndMark_NamesIsEnd_Streaming(bool isEnd, string fault)
    {
        StreamingModel<PegasusRequest, PegasusResponse, PegasusStreamEvent> known = PegasusModels.Pegasus12;
        var model = new StreamingModel<PegasusRequest, PegasusResponse, PegasusStreamEvent>(
            known.Id, known.RequestTypeInfo, known.ResponseTypeInfo, known.EventTypeInfo, e => isEnd || e.IsServiceEnd, known.CreateFold);

        Exception? error = await Record.ExceptionAsync(ModelContract.Of(model).CheckStreamAsync);

        Assert.Contains(fault, error?.Message, StringComparison.Ordinal);
        Assert.Contains("Pegasus, sample Pegasus.stream.jsonl", error!.Message, StringComparison.Ordinal);
        Assert.Contains("isEnd", error.Message, StringComparison.Ordinal);
        Assert.NotNull(await Record.ExceptionAsync(ModelContract.Of(model).CheckCutAtEveryFrameAsync));
    }

    [Fact]
    public async Task Contract_OfAFoldThatForgetsTheUsage_NamesReadUsage_Streaming()
    {
        StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> known = LlamaModels.FromId("meta.any");
        var model = new StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent>(
            known.Id, known.RequestTypeInfo, known.ResponseTypeInfo, known.EventTypeInfo, known.IsEnd, () => new ForgetfulFold());

        Exception? error = await Record.ExceptionAsync(ModelContract.Of(model).CheckUsageAsync);

        Assert.Contains("Override ReadUsage in LlamaResponse", error?.Message, StringComparison.Ordinal);
    }

    private static IJsonTypeInfoResolver ContextOf(IJsonTypeInfoResolver resolver)
    {
        // A resolver with a modifier holds the context that it modifies.
        while (resolver is not JsonSerializerContext)
        {
            resolver = resolver.GetType().GetFields(BindingFlags.NonPublic | BindingFlags.Instance)
                .Select(field => field.GetValue(resolver)).OfType<IJsonTypeInfoResolver>().First();
        }

        return resolver;
    }

    private static string? FaultOfAnswer(Model model, JsonTypeInfo response)
    {
        List<string> refusals = [];
        foreach (Sample sample in FamilySamples.Of(model.RequestType).Requests)
        {
            try
            {
                SimulatedAnswer answer = SimulatedFamilies.Answer(model.Id.Value, System.Text.Encoding.UTF8.GetBytes(sample.Json), streaming: false);
                SampleWire.CheckTyped(sample, JsonSerializer.Deserialize(answer.Parts[0], response)!);
                return null;
            }
            catch (ServiceFailure e)
            {
                refusals.Add($"{sample.Name}: {e.Message}");
            }
        }

        return $"the simulated Bedrock takes no sample of the family: correct its checks, or add a sample that it takes. {string.Join("; ", refusals)}";
    }

    private sealed class Forgetful : BedrockResponse
    {
        [JsonPropertyName("input_tokens")]
        public int? InputTokens { get; set; }
    }

    private sealed class ForgetfulFold : IStreamFold<LlamaStreamEvent, LlamaResponse>
    {
        public void Add(LlamaStreamEvent streamEvent) => ArgumentNullException.ThrowIfNull(streamEvent);

        public LlamaResponse ToResponse() => new();
    }
}
