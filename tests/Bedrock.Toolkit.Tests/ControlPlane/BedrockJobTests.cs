using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.ControlPlane.Jobs;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>Jobs of all kinds through one handle, against the simulated control plane.</summary>
public sealed class BedrockJobTests : IDisposable
{
    private const string Role = "arn:aws:iam::123456789012:role/job";
    private const string Nova = "amazon.nova-lite-v1:0:24k";

    // Its delays pass at once.
    private readonly AdvancingTime _time = new(movesDate: true);
    private readonly FakeBedrock _fake;

    public BedrockJobTests() => _fake = new FakeBedrock(options => options.TimeProvider = _time);

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task WaitAsync_CustomisationDeploymentAndCall_HandOnWhatCameOfEach()
    {
        List<BedrockJobState> states = [];
        BedrockJobStatus trained = await Open((await StartTrainingAsync("harbour")).JobArn).WaitAsync(Waiting(), new Told(status => states.Add(status.State)));
        CreateCustomModelDeploymentResponse deployment = await _fake.Control.Client.CreateCustomModelDeploymentAsync(
            new() { ModelDeploymentName = "harbour", ModelArn = trained.ResultArn! });
        BedrockJobStatus deployed = await Open(deployment.CustomModelDeploymentArn).WaitAsync(Waiting());

        Assert.Equal(BedrockJobState.Done, trained.State);
        Assert.Contains(BedrockJobState.Running, states);
        Assert.IsType<GetModelCustomizationJobResponse>(trained.Details);
        _fake.Serve(deployed.ResultArn!, "amazon.nova-lite-v1:0");
        NovaResponse reply = await _fake.Client.InvokeAsync(NovaModels.FromId(deployed.ResultArn!), NovaRequest.For("Which knot?"));
        Assert.Contains("Which knot?", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitAsync_Failed_ThrowsWhatTheServiceSays()
    {
        string arn = (await StartTrainingAsync("harbour")).JobArn!;
        _fake.Control.Fail(arn, "The file has no records.");

        BedrockJobException e = await Assert.ThrowsAsync<BedrockJobException>(() => Open(arn).WaitAsync(Waiting()));

        Assert.Equal("The job ended as Failed: The file has no records.", e.Message);
        Assert.Equal((arn, BedrockJobState.Failed), (e.Status!.Arn, e.Status.State));
    }

    [Fact]
    public async Task StopAsync_Job_EndsAsStopped()
    {
        BedrockJob job = Open((await StartTrainingAsync("harbour")).JobArn);

        await job.StopAsync();

        Assert.Equal(BedrockJobState.Stopped, (await Assert.ThrowsAsync<BedrockJobException>(() => job.WaitAsync(Waiting()))).Status!.State);
    }

    [Fact]
    public async Task WaitAsync_OverallLimit_LeavesTheJobAlone()
    {
        _fake.Control.JobTime = TimeSpan.FromDays(1);
        BedrockJob job = Open((await StartTrainingAsync("harbour")).JobArn);

        await Assert.ThrowsAsync<BedrockTimeoutException>(
            () => job.WaitAsync(new AsyncInvokeWaitOptions { TimeProvider = _time, OverallTimeout = TimeSpan.FromMinutes(1) }));

        Assert.Equal(BedrockJobState.Running, (await job.GetAsync()).State);
    }

    [Theory]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0")]
    [InlineData("job-1")]
    public void Open_NoJob_IsRefused(string arn) => Assert.Throws<ArgumentException>(() => Open(arn));

    [Fact]
    public async Task StopAsync_KindThatCannotBeStopped_SaysSo() => Assert.Contains("model-import-job",
        (await Assert.ThrowsAsync<NotSupportedException>(() => Open("arn:aws:bedrock:us-east-1:123456789012:model-import-job/abcdefghijkl").StopAsync()))
            .Message,
        StringComparison.Ordinal);

    private AsyncInvokeWaitOptions Waiting() => new() { TimeProvider = _time };

    private BedrockJob Open(string? arn) => BedrockJob.Open(_fake.Control.Client, arn!);

    private Task<CreateModelCustomizationJobResponse> StartTrainingAsync(string name) => _fake.Control.Client.CreateModelCustomizationJobAsync(new()
    {
        JobName = name, CustomModelName = name, RoleArn = Role, BaseModelIdentifier = Nova, CustomizationType = CustomizationType.FineTuning,
        TrainingDataConfig = new() { S3Uri = "s3://harbour/train.jsonl" }, OutputDataConfig = new() { S3Uri = "s3://harbour/out/" },
    });

    private sealed class Told(Action<BedrockJobStatus> told) : IProgress<BedrockJobStatus>
    {
        public void Report(BedrockJobStatus value) => told(value);
    }
}
