#:project ../../src/Bedrock.Toolkit.ControlPlane
#:project ../../src/Bedrock.Toolkit.Testing
#:project ../../src/Bedrock.Toolkit.Testing.Services

// Asks 250 questions as a batch: files in S3, a job, answers by key. It runs against a simulated Bedrock and S3 on this machine:
//   dotnet run docs/samples/batch.cs
// and against AWS, with a bucket and a role of yours:
//   dotnet run docs/samples/batch.cs -- s3://bucket/prefix/ arn:aws:iam::123456789012:role/batch
// Stop it and start it again with the same folder behind the arguments (--keep <folder>), and it goes on where it was.

using Amazon.S3;
using Bedrock.Toolkit;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.ControlPlane.Batch;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Costs;
using Bedrock.Toolkit.Testing;

int keep = Array.IndexOf(args, "--keep");
string folder = keep >= 0 ? args[keep + 1] : Directory.CreateTempSubdirectory("batch").FullName;
string[] places = keep >= 0 ? args[..keep] : args;

BedrockServer? server = places.Length < 2 ? await BedrockServer.StartAsync() : null;
if (server is not null)
{
    server.Control.JobTime = TimeSpan.FromSeconds(1);
    server.Control.Batch(errors: 0.01, seed: 2);
}

BedrockControlClient control = server?.Control.Client ?? new BedrockControlClient();
IAmazonS3 s3 = server?.S3.Client ?? new AmazonS3Client();
Directory.CreateDirectory(folder);

string place = places.Length < 2 ? "s3://harbour/" : places[0];
var batch = new BatchInference(control, s3, new BatchInferenceOptions
{
    InputUri = place + "in/",
    OutputUri = place + "out/",
    RoleArn = places.Length < 2 ? "arn:aws:iam::123456789012:role/batch" : places[1],
    ManifestPath = Path.Combine(folder, "harbour.manifest.jsonl"),
    PollInterval = server is null ? TimeSpan.FromMinutes(1) : TimeSpan.FromMilliseconds(250),
    Progress = new Lines(),
});

// Dated figures, not checked against AWS's list: put your own in. Batch costs half.
PriceTable prices = PriceTable.Sample;
ModelId model = "us.amazon.nova-lite-v1:0";       // a price is found by the id that is called
CallCost spent = default;
CallCost direct = default;
int answered = 0;
int failed = 0;
await foreach (BatchAnswer<ConverseResponse> answer in batch.RunConverseAsync(model, Questions()))
{
    if (!answer.Succeeded)
    {
        failed++;
        Console.WriteLine($"{answer.Key} failed: {answer.Failure.Code} {answer.Failure.Message}");
    }
    else
    {
        if (answer.Response.Usage is { } usage)
        {
            spent += prices.CostOf(model, usage, isBatch: true) ?? default;
            direct += prices.CostOf(model, usage) ?? default;
        }

        if (answered++ == 0)
        {
            Console.WriteLine($"{answer.Key}: {answer.Response.Text}");
        }
    }
}

Console.WriteLine($"{answered} answered, {failed} failed");
Console.WriteLine($"spent {spent} {prices.Currency}: {spent.Input + spent.CacheRead:0.000000} to read, {spent.Output:0.000000} to write; one by one {direct}");
if (server is not null)
{
    await server.DisposeAsync();
}

static async IAsyncEnumerable<KeyValuePair<string, ConverseRequest>> Questions()
{
    for (int berth = 1; berth <= 250; berth++)
    {
        await Task.Yield();
        yield return KeyValuePair.Create($"berth{berth}", new ConverseRequest { Messages = [Message.User($"Is berth {berth} free tomorrow?")] });
    }
}

/// <summary>Prints what changes.</summary>
internal sealed class Lines : IProgress<BatchProgress>
{
    private string _last = string.Empty;

    public void Report(BatchProgress value)
    {
        string line = $"{value.State} (round {value.Round}): {value.RunningJobs} jobs run, {value.JobStatus?.Value ?? "no job yet"}";
        if (line != _last)
        {
            Console.WriteLine(line);
        }

        _last = line;
    }
}
