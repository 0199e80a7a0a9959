using System.Text;
using Bedrock.Toolkit.ControlPlane.Batch;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.ControlPlane.Batch;

/// <summary>Files and jobs keep the limits of the service, and no job is left with too few records.</summary>
public sealed class BatchLimitsTests : IDisposable
{
    private readonly BatchStage _stage = new(minRecords: 5);

    public void Dispose() => _stage.Dispose();

    [Theory]
    [InlineData(5, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    [InlineData(24, 2)]
    [InlineData(40, 2)]
    [InlineData(41, 3)]
    [InlineData(43, 3)]
    public async Task Run_MoreThanAJobTakes_IsSplitSoThatEachHasEnough(int count, int jobs)
    {
        _stage.Options.MaxRecordsPerJob = 20;
        _stage.Options.MaxRecordsPerFile = 7;

        int answers = (await _stage.RunAsync(count)).DistinctBy(answer => answer.Key).Count();

        IReadOnlyList<KeyValuePair<string, string[]>> files = _stage.Files();
        Assert.Equal(count, answers);
        Assert.Equal(jobs, _stage.Calls("CreateModelInvocationJob"));
        Assert.All(files, file => Assert.InRange(file.Value.Length, 1, 7));
        Assert.All(files.GroupBy(file => Path.GetDirectoryName(file.Key)), job => Assert.InRange(job.Sum(file => file.Value.Length), 5, 20));
        Assert.Equal(count, _stage.Ids().Distinct().Count());
        Assert.Equal(count, _stage.Ids().Count);
    }

    [Fact]
    public async Task Run_MoreBytesThanAFileOrJobTakes_IsSplit()
    {
        _stage.Options.MaxBytesPerFile = 900;
        _stage.Options.MaxBytesPerJob = 3_000;

        int answers = (await _stage.RunAsync(60)).DistinctBy(answer => answer.Key).Count();

        (string Key, long Bytes)[] files =
            [.. _stage.Files().Select(file => (file.Key, file.Value.Sum(line => Encoding.UTF8.GetByteCount(line) + 1L)))];
        Assert.Equal(60, answers);
        Assert.True(files.Length > 10);
        Assert.All(files, file => Assert.InRange(file.Bytes, 1, 900));
        Assert.All(files.GroupBy(file => Path.GetDirectoryName(file.Key)), job => Assert.InRange(job.Sum(file => file.Bytes), 1, 3_000));
    }

    [Fact]
    public async Task Run_JobsTooSmallForEnoughRecords_AreRefused()
    {
        _stage.Options.MaxBytesPerFile = 400;
        _stage.Options.MaxBytesPerJob = 400;

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => _stage.RunAsync(60));

        Assert.StartsWith("BatchInferenceOptions.MaxBytesPerJob", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _stage.Calls("CreateModelInvocationJob"));
    }

    [Fact]
    public async Task Run_LargeFile_GoesUpInParts()
    {
        List<BatchAnswer<ClaudeResponse>> answers = await TestClient.ToListAsync(_stage.Create().RunAsync(
            BatchStage.Claude, BatchStage.Questions(12).Select(pair =>
            {
                pair.Value.System = new string('x', 1_500_000);
                return pair;
            })));

        Assert.Equal(12, answers.Count(answer => answer.Succeeded));
        Assert.Equal(3, _stage.Calls("UploadPart"));
        Assert.Equal(0, _stage.Fake.S3.OpenUploads);
        Assert.True(_stage.Calls("GetObject") > 3);
    }

    [Theory]
    [InlineData("s3://quay/in", "InputUri")]
    [InlineData("quay/in/", "InputUri")]
    [InlineData("s3:///in/", "InputUri")]
    public void Create_AddressThatIsNone_NamesTheMember(string uri, string member)
    {
        _stage.Options.InputUri = uri;

        Assert.StartsWith($"BatchInferenceOptions.{member} ", Assert.Throws<ArgumentException>(() => _stage.Create()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_OptionsThatTheServiceWouldRefuse_NamesTheMember()
    {
        Assert.Contains("MaxRecordsPerJob", Fault(options => options.MaxRecordsPerJob = 9), StringComparison.Ordinal);
        Assert.Contains("TimeoutHours", Fault(options => options.TimeoutHours = 23), StringComparison.Ordinal);
        Assert.Contains("MaxRounds", Fault(options => options.MaxRounds = 0), StringComparison.Ordinal);
        Assert.Contains("JobNamePrefix", Fault(options => options.JobNamePrefix = "-a"), StringComparison.Ordinal);
        Assert.Contains("RoleArn", Fault(options => options.RoleArn = "batch"), StringComparison.Ordinal);
        Assert.Contains("PollInterval", Fault(options => options.PollInterval = TimeSpan.Zero), StringComparison.Ordinal);
    }

    private static string Fault(Action<BatchInferenceOptions> change)
    {
        using var stage = new BatchStage(minRecords: 5);
        change(stage.Options);
        return Assert.Throws<ArgumentException>(() => stage.Create()).Message;
    }
}
