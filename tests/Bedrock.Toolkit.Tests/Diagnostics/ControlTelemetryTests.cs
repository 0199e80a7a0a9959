using System.Diagnostics;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Diagnostics;

/// <summary>What OpenTelemetry sees of a call to the control plane. Alone, because listeners hear the calls of every test.</summary>
[Collection(AloneCollection.Name)]
public sealed class ControlTelemetryTests
{
    [Fact]
    public async Task Call_Listened_GivesASpanAndAMeasurement()
    {
        using var recorder = new TelemetryRecorder();
        using var fake = new FakeBedrock();

        await fake.Control.Client.ListFoundationModelsAsync();

        Activity span = Assert.Single(recorder.Spans);
        Assert.Equal("list_foundation_models", span.DisplayName);
        Assert.Equal("ListFoundationModels", span.GetTagItem("rpc.method"));
        Assert.Equal("bedrock.us-east-1.amazonaws.com", span.GetTagItem("server.address"));
        Assert.Equal(200, span.GetTagItem("http.response.status_code"));
        Assert.Single(recorder.Points("gen_ai.client.operation.duration"));
    }

    [Fact]
    public async Task Call_ThatFails_MarksItsSpan()
    {
        using var recorder = new TelemetryRecorder();
        using var fake = new FakeBedrock();

        await Assert.ThrowsAnyAsync<BedrockServiceException>(
            () => fake.Control.Client.GetGuardrailAsync(new GetGuardrailRequest { GuardrailIdentifier = "none" }));

        Activity span = Assert.Single(recorder.Spans);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal(404, span.GetTagItem("http.response.status_code"));
    }
}
