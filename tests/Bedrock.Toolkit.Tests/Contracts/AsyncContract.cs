using System.Text.Json;
using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Contracts;

/// <summary>The contract of models that are only called asynchronously: their answer lies in S3, so there is only the input.</summary>
internal sealed class AsyncContract<TInput>(AsyncModel<TInput> model, FamilySamples samples) : ModelContract(model, samples)
    where TInput : BedrockObject
{
    private const string Started = """{"invocationArn":"arn:aws:bedrock:us-east-1:111122223333:async-invoke/a"}""";

    public override async Task CheckRequestAsync()
    {
        foreach ((Sample sample, TInput input) in Accepted(model.InputTypeInfo, model.CheckInput))
        {
            StartAsyncInvokeRequest job = StartAsyncInvokeRequest.For(model, input, "s3://harbour-out/jobs");
            SentRequest sent = await WireText.SendAsync(client => client.StartAsyncInvokeAsync(job), Started);

            Assert.Equal("POST /async-invoke", $"{sent.Method} {sent.Uri.PathAndQuery}");
            JsonElement body = JsonElement.Parse(sent.Body);
            Assert.Equal(model.Id.Value, body.GetProperty("modelId").GetString());
            Assert.Equal(sample.Json, body.GetProperty("modelInput").GetRawText());
        }
    }

    public override void CheckUnknownSurvives()
    {
        foreach (Sample sample in Samples.Requests)
        {
            SampleWire.CheckUnknownSurvives(sample, sample.Json, model.InputTypeInfo);
        }
    }

    public override Task CheckMalformedAsync()
    {
        foreach (Sample sample in Samples.Requests)
        {
            Assert.All(SampleWire.Broken(sample.Json), json => Assert.Null(SampleWire.TryRead(sample, json, model.InputTypeInfo)));
            Assert.Contains(SampleWire.Mistyped(sample.Json).ToList(), json => SampleWire.TryRead(sample, json, model.InputTypeInfo) is null);
            Assert.All(SampleWire.Mistyped(sample.Json), json => SampleWire.TryRead(sample, json, model.InputTypeInfo));
        }

        return Task.CompletedTask;
    }
}
