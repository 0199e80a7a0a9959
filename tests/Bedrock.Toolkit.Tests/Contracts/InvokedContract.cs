using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Conventions;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Contracts;

/// <summary>The contract of models that answer at once: text, chat, embeddings, scores, images.</summary>
internal class InvokedContract<TRequest, TResponse>(Model<TRequest, TResponse> model, FamilySamples samples) : ModelContract(model, samples)
    where TRequest : BedrockObject
    where TResponse : BedrockResponse
{
    // What Bedrock counts when the family does not; no sample has these numbers.
    protected const int InputOfService = 9_001;
    protected const int OutputOfService = 9_002;

    private readonly Model<TRequest, TResponse> _model = model;

    /// <summary>The first sample that the model's check takes.</summary>
    protected TRequest Request => field ??= Accepted(_model.RequestTypeInfo, _model.CheckRequest)[0].Request;

    public override async Task CheckRequestAsync()
    {
        string answer = Samples.Responses[0].Json;
        foreach ((Sample sample, TRequest request) in Accepted(_model.RequestTypeInfo, _model.CheckRequest))
        {
            CheckSent(sample, await WireText.SendAsync(client => client.InvokeAsync(_model, request), answer), "invoke");
        }
    }

    public override async Task CheckResponseAsync()
    {
        foreach (Sample sample in Samples.Responses)
        {
            TResponse response = await CallAsync(sample.Json);

            SampleWire.CheckTyped(sample, response);
            EqualJson.Check(sample.Json, SampleWire.Write(sample, response, _model.ResponseTypeInfo));
            EqualJson.Check(sample.Json, SampleWire.Write(sample, response.Clone(), _model.ResponseTypeInfo));
            Assert.Equal(Answers.RequestId, response.Metadata?.RequestId);
        }
    }

    public override void CheckUnknownSurvives()
    {
        foreach (Sample sample in Samples.Requests)
        {
            SampleWire.CheckUnknownSurvives(sample, sample.Json, _model.RequestTypeInfo);
        }

        foreach (Sample sample in Samples.Responses)
        {
            SampleWire.CheckUnknownSurvives(sample, sample.Json, _model.ResponseTypeInfo);
        }
    }

    public override async Task CheckMalformedAsync()
    {
        foreach (Sample sample in Samples.Requests)
        {
            Assert.All(SampleWire.Broken(sample.Json), json => Assert.Null(SampleWire.TryRead(sample, json, _model.RequestTypeInfo)));
            Assert.Contains(SampleWire.Mistyped(sample.Json).ToList(), json => SampleWire.TryRead(sample, json, _model.RequestTypeInfo) is null);
        }

        _ = Request;
        foreach (Sample sample in Samples.Responses)
        {
            foreach (string json in SampleWire.Broken(sample.Json))
            {
                BedrockProtocolException error = await Assert.ThrowsAsync<BedrockProtocolException>(() => CallAsync(json));
                Assert.DoesNotContain(SampleWire.Secret, error.ToString(), StringComparison.Ordinal);
            }

            // What can be read although it is of another kind has to be usable.
            foreach (string json in SampleWire.Mistyped(sample.Json))
            {
                if (SampleWire.TryRead(sample, json, _model.ResponseTypeInfo) is not { } response)
                {
                    continue;
                }

                _ = response.TokenUsage;
                SampleWire.Write(sample, response, _model.ResponseTypeInfo);
            }
        }
    }

    public override async Task CheckUsageAsync()
    {
        foreach (Sample sample in Samples.Responses)
        {
            (IReadOnlyList<int> input, IReadOnlyList<int> output) = Sample.CountsIn(sample.Json);
            TokenUsage? own = SampleWire.Read(sample, sample.Json, _model.ResponseTypeInfo).TokenUsage;
            CheckCount(sample, "InputTokens", own?.InputTokens, input);
            CheckCount(sample, "OutputTokens", own?.OutputTokens, output);

            TResponse response = await CallAsync(
                sample.Json,
                ("x-amzn-bedrock-input-token-count", $"{InputOfService}"),
                ("x-amzn-bedrock-output-token-count", $"{OutputOfService}"));
            TokenUsage? usage = response.TokenUsage;
            Assert.Equal(own?.InputTokens ?? InputOfService, usage?.InputTokens);
            Assert.Equal(own?.OutputTokens ?? OutputOfService, usage?.OutputTokens);
        }

        RequireSample("input", FamilyConventions.CountsInput(typeof(TResponse)), json => Sample.CountsIn(json).Input);
        RequireSample("output", FamilyConventions.CountsOutput(typeof(TResponse)), json => Sample.CountsIn(json).Output);
    }

    protected static void CheckCount(Sample sample, string member, int? count, IReadOnlyList<int> counts)
    {
        if (counts.Count > 0 && (count is null || !counts.Contains(count.Value)))
        {
            sample.Fail(
                $"it counts {string.Join(", ", counts)}, but TokenUsage.{member} is {count?.ToString() ?? "null"}",
                $"Override ReadUsage in {typeof(TResponse).Name}, and hand the count on; a stream's fold puts it into the response.");
        }
    }

    protected void CheckSent(Sample sample, SentRequest sent, string operation)
    {
        Assert.Equal($"POST /model/{Uri.EscapeDataString(_model.Id.Value)}/{operation}", $"{sent.Method} {sent.Uri.AbsolutePath}");
        Assert.Equal("application/json", sent.Header("Content-Type"));
        if (sent.Text != sample.Json)
        {
            sample.Fail(
                $"{operation} sends\n{sent.Text}\nand not\n{sample.Json}",
                "The client sends what the descriptor's metadata writes: correct the type or the sample.");
        }
    }

    private async Task<TResponse> CallAsync(string answer, params (string Name, string Value)[] headers)
    {
        TRequest request = Request;
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json(answer, headers)), options => options.MaxAttempts = 1);
        return await client.InvokeAsync(_model, request);
    }

    private void RequireSample(string kind, bool isCounted, Func<string, IReadOnlyList<int>> countsIn)
    {
        if (isCounted && !Samples.Responses.Any(sample => countsIn(sample.Json).Count > 0))
        {
            Samples.Responses[0].Fail(
                $"{typeof(TResponse).Name} has a member for {kind} tokens, but no sample has it",
                "Add the count to a response sample, so that its way to TokenUsage is checked.");
        }
    }
}
