using System.Text;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.ControlPlane.Customization;
using Bedrock.Toolkit.ControlPlane.Jobs;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>Metrics that customisation jobs leave: found below the output folder, read by the names of their columns.</summary>
public class TrainingMetricsFileTests
{
    [Fact]
    public async Task ReadAsync_ColumnsInAnyOrder_AreFoundByName()
    {
        TrainingMetric[] metrics = await ReadAsync("epoch_number,training_loss,step_number,perplexity,grad_norm\n0,2.5,0,12.18,0.4\n0,,1,,\n\n1,1.25e-1,2,1.13,0.1\n");

        Assert.Equal([0, 1, 2], metrics.Select(static m => m.Step));
        Assert.Equal([2.5, null, 0.125], metrics.Select(static m => m.Loss));
        Assert.Equal([0, 0, 1], metrics.Select(static m => m.Epoch));
        Assert.Equal(12.18, metrics[0].Perplexity);
        Assert.Equal(0.4, metrics[0].Others["grad_norm"]);
        Assert.Empty(metrics[1].Others);
    }

    [Theory]
    [InlineData("step_number,validation_loss\r\n7,0.5\r\n", 7, 0.5)]
    [InlineData("step_number,training_loss\n0,0.25", 0, 0.25)]
    public async Task ReadAsync_LossOfEitherKind_IsTheLoss(string csv, int step, double loss)
    {
        TrainingMetric metric = Assert.Single(await ReadAsync(csv));

        Assert.Equal((step, loss), (metric.Step, metric.Loss));
    }

    [Theory]
    [InlineData("epoch_number,training_loss\n0,1", "Line 1 of the metrics names no column step_number.")]
    [InlineData("step_number,training_loss\n0,1\n1", "Line 3 of the metrics has 1 cells; there are 2 columns.")]
    [InlineData("step_number,training_loss\nfirst,1", "Line 2 of the metrics has no whole number for step_number.")]
    [InlineData("step_number,training_loss\n1.5,1", "Line 2 of the metrics has no whole number for step_number.")]
    public async Task ReadAsync_DamagedFile_NamesTheLine(string csv, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<FormatException>(() => ReadAsync(csv))).Message);

    [Theory]
    [InlineData("s3://harbour/out/")]
    [InlineData("s3://harbour/out")]
    [InlineData("s3://harbour")]
    public async Task ReadTrainingAsync_JobThatHasEnded_FindsItsFile(string output)
    {
        using FakeBedrock fake = new(options => options.TimeProvider = new AdvancingTime(movesDate: true));
        fake.Control.JobTime = TimeSpan.Zero;
        await StartAsync(fake, "earlier", output, epochs: 1, validation: null);
        GetModelCustomizationJobResponse job = await StartAsync(fake, "knots", output, epochs: 3, validation: "s3://harbour/valid.jsonl");

        List<TrainingMetric> training = await TrainingMetricsFile.ReadTrainingAsync(fake.S3.Client, job).ToListAsync();
        List<TrainingMetric> validation = await TrainingMetricsFile.ReadValidationAsync(fake.S3.Client, job).ToListAsync();

        Assert.Equal(15, training.Count);
        Assert.True(training[^1].Loss < training[0].Loss);
        Assert.Equal(training[^1].Loss, job.TrainingMetrics!.TrainingLoss);
        Assert.Equal(3, validation.Count);
    }

    [Fact]
    public async Task ReadValidationAsync_JobWithoutValidationSet_SaysThatThereIsNoFile()
    {
        using FakeBedrock fake = new(options => options.TimeProvider = new AdvancingTime(movesDate: true));
        fake.Control.JobTime = TimeSpan.Zero;
        GetModelCustomizationJobResponse job = await StartAsync(fake, "knots", "s3://harbour/out/", epochs: 1, validation: null);

        FileNotFoundException e = await Assert.ThrowsAsync<FileNotFoundException>(
            async () => await TrainingMetricsFile.ReadValidationAsync(fake.S3.Client, job).ToListAsync());

        Assert.Equal("The job has no validation_metrics.csv below its output folder.", e.Message);
    }

    private static async Task<TrainingMetric[]> ReadAsync(string csv) =>
        await TrainingMetricsFile.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv))).ToArrayAsync();

    private static async Task<GetModelCustomizationJobResponse> StartAsync(FakeBedrock fake, string name, string output, int epochs, string? validation)
    {
        CreateModelCustomizationJobResponse started = await fake.Control.Client.CreateModelCustomizationJobAsync(new()
        {
            JobName = name,
            CustomModelName = name,
            RoleArn = "arn:aws:iam::123456789012:role/training",
            BaseModelIdentifier = "amazon.nova-micro-v1:0:128k",
            TrainingDataConfig = new() { S3Uri = "s3://harbour/knots.jsonl" },
            ValidationDataConfig = validation is null ? null : new() { Validators = [new() { S3Uri = validation }] },
            OutputDataConfig = new() { S3Uri = output },
            HyperParameters = new Dictionary<string, string> { ["epochCount"] = $"{epochs}" },
        });
        await BedrockJob.Open(fake.Control.Client, started.JobArn!).WaitAsync();
        return await fake.Control.Client.GetModelCustomizationJobAsync(new() { JobIdentifier = started.JobArn! });
    }
}
