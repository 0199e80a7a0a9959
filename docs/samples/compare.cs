#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// Asks several models the same questions, side by side: answer, tokens, time to the first token, cost, and a score by a judge.
//   dotnet run docs/samples/compare.cs                         against the embedded server: its models all say the same, and its judge counts nothing
//   dotnet run docs/samples/compare.cs -- --aws --out folder   against AWS; writes compare.md and compare.csv
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Costs;
using Bedrock.Toolkit.Testing;

string[] models = ["us.amazon.nova-micro-v1:0", "us.amazon.nova-lite-v1:0", "us.amazon.nova-pro-v1:0"];
string[] questions = ["Which knot makes a fixed loop?", "Why is the sky blue? One sentence.", "Name three words that rhyme with 'boat'."];
const string Judge = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

bool aws = args.Contains("--aws");
string folder = args.Contains("--out") ? args[Array.IndexOf(args, "--out") + 1] : Path.Combine(Path.GetTempPath(), "compare");
Directory.CreateDirectory(folder);
await using BedrockServer? server = aws ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();
PriceTable prices = PriceTable.Sample;      // dated figures, not checked against AWS's list: put your own in

var rows = new List<Row>();
int done = 0;
await Parallel.ForEachAsync(
    from model in models from question in questions select (model, question),
    new ParallelOptions { MaxDegreeOfParallelism = 4 },
    async (pair, cancellationToken) =>
    {
        Row row = await AskAsync(pair.model, pair.question, cancellationToken);
        lock (rows)
        {
            rows.Add(row);
            done++;
            Progress(done, models.Length * questions.Length);
        }
    });
Console.Error.WriteLine();

StringBuilder table = new("| model | question | first token | tokens | cost | score | answer |\n| --- | --- | --- | --- | --- | --- | --- |\n");
StringBuilder csv = new("model,question,firstTokenMs,inputTokens,outputTokens,cost,score,answer\n");
foreach (Row row in rows.OrderBy(r => Array.IndexOf(models, r.Model)).ThenBy(r => Array.IndexOf(questions, r.Question)))
{
    string answer = row.Answer.ReplaceLineEndings(" ").Replace('|', '/');
    table.AppendLine(CultureInfo.InvariantCulture,
        $"| {row.Model} | {row.Question} | {row.FirstToken.TotalMilliseconds:0} ms | {row.Input} + {row.Output} | {row.Cost} | {row.Score} | {Short(answer)} |");
    csv.AppendLine(CultureInfo.InvariantCulture,
        $"{Cell(row.Model)},{Cell(row.Question)},{row.FirstToken.TotalMilliseconds:0},{row.Input},{row.Output},{row.Cost?.Total},{row.Score},{Cell(answer)}");
}

foreach (string model in models)
{
    Row[] own = [.. rows.Where(r => r.Model == model)];
    table.AppendLine(CultureInfo.InvariantCulture,
        $"| **{model}** | all | {own.Average(r => r.FirstToken.TotalMilliseconds):0} ms | {own.Sum(r => r.Input)} + {own.Sum(r => r.Output)} | "
            + $"{own.Sum(r => r.Cost?.Total ?? 0):0.000000} {prices.Currency} | {own.Average(r => r.Score ?? 0):0.0} | |");
}

Console.Write(table);
await File.WriteAllTextAsync(Path.Combine(folder, "compare.md"), table.ToString());
await File.WriteAllTextAsync(Path.Combine(folder, "compare.csv"), csv.ToString());
Console.WriteLine($"written: compare.md, compare.csv; judge: {Judge}, {rows.Count(r => r.Score is not null)} of {rows.Count} scored");

async Task<Row> AskAsync(string model, string question, CancellationToken cancellationToken)
{
    var watch = Stopwatch.StartNew();
    TimeSpan first = default;
    var request = ConverseRequest.For(question);
    request.InferenceConfig = new InferenceConfiguration { MaxTokens = 200, Temperature = 0 };
    ConverseResponse reply = await bedrock.ConverseStreamAsync(model, request, cancellationToken).ForEachAsync(
        part => first = first == default && part.Text is { Length: > 0 } ? watch.Elapsed : first, cancellationToken);
    return new Row(model, question, reply.Text, first, reply.TokenUsage?.InputTokens ?? 0, reply.TokenUsage?.OutputTokens ?? 0,
        prices.CostOf(model, reply), await ScoreAsync(question, reply.Text, cancellationToken));
}

// A judge that is none of those compared. Its instruction says what counts; it is asked once for each answer.
async Task<int?> ScoreAsync(string question, string answer, CancellationToken cancellationToken)
{
    try
    {
        ConverseResponse<Verdict> verdict = await bedrock.ConverseAsync(
            Judge,
            ConverseRequest.For($"Rate the answer from 1 (wrong) to 5 (right and short).\nQuestion: {question}\nAnswer: {answer}"),
            JudgeJson.Default.Verdict,
            cancellationToken: cancellationToken);
        return Math.Clamp(verdict.Value.Score, 1, 5);
    }
    catch (BedrockException e)
    {
        Console.Error.WriteLine($"not scored: {e.GetType().Name}");
        return null;
    }
}

static void Progress(int done, int all) => Console.Error.Write($"\r[{new string('#', done * 30 / all),-30}] {done}/{all}");
static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

internal sealed record Row(string Model, string Question, string Answer, TimeSpan FirstToken, int Input, int Output, CallCost? Cost, int? Score);

internal sealed record Verdict(int Score);

[JsonSerializable(typeof(Verdict))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class JudgeJson : JsonSerializerContext;
