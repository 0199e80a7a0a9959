#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// Classification: letters of customers are sorted into five kinds by a typed answer, and a confusion matrix says how well.
//   dotnet run docs/samples/classify.cs               against the embedded server, no AWS account needed
//   dotnet run docs/samples/classify.cs -- --aws      against AWS, with the Region and credentials of the normal AWS chain
//   dotnet run docs/samples/classify.cs -- --break    gives the model the letter before the one that is meant, so that the check fails (exit code 2)
// The simulated model knows a kind only by its name, so two letters that do not name theirs are mistaken: the matrix shows it. What a real model
// understands can only be seen with --aws. Put fifty or more letters of your own into the list: fifteen say little.
using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;

const double LeastAccuracy = 0.8;
const double LeastRecall = 0.5;
ModelId model = "us.amazon.nova-lite-v1:0";
(string Text, Kind Kind)[] letters =
[
    ("When will my delivery come?", Kind.Delivery), ("The delivery was left in the rain.", Kind.Delivery),
    ("Change the delivery to Friday, please.", Kind.Delivery),
    ("I ask for a refund of order 17.", Kind.Refund), ("The refund is too small.", Kind.Refund), ("It is broken. I want my money back.", Kind.Refund),
    ("The login page says that I do not exist.", Kind.Login), ("My login was taken over by somebody.", Kind.Login), ("I forgot the password.", Kind.Login),
    ("Praise to the people at the counter!", Kind.Praise), ("Pass on my praise to the kitchen.", Kind.Praise), ("Nothing but praise from me.", Kind.Praise),
    ("Do you buy old sails?", Kind.Other), ("Is the harbour open at Easter?", Kind.Other), ("Who owns the red boat at pier 3?", Kind.Other),
];

bool broken = args.Contains("--break");
await using BedrockServer? server = args.Contains("--aws") ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();

// Rows are what a person said, columns what the model says.
Kind[] kinds = Enum.GetValues<Kind>();
int[,] matrix = new int[kinds.Length, kinds.Length];
await Parallel.ForAsync(0, letters.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, cancellationToken) =>
{
    string text = letters[broken ? (i + letters.Length - 1) % letters.Length : i].Text;
    ConverseRequest request = ConverseRequest.For(text, maxTokens: 100);
    request.System = ["Sort the letter of a customer of a mail-order shop."];
    ConverseResponse<Sorted> answer = await bedrock.ConverseAsync(model, request, SortJson.Default.Sorted, cancellationToken: cancellationToken);
    Interlocked.Increment(ref matrix[(int)letters[i].Kind, (int)answer.Value.Kind]);
});

Console.WriteLine($"{"is \\ said",-10}{string.Concat(kinds.Select(kind => $"{kind,10}"))}    recall precision");
List<string> faults = [];
foreach (Kind kind in kinds)
{
    double recall = Share(kinds.Sum(said => matrix[(int)kind, (int)said]), matrix[(int)kind, (int)kind]);
    double precision = Share(kinds.Sum(real => matrix[(int)real, (int)kind]), matrix[(int)kind, (int)kind]);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{kind,-10}{string.Concat(kinds.Select(said => $"{matrix[(int)kind, (int)said],10}"))}{recall,10:0.00}{precision,10:0.00}"));
    if (recall < LeastRecall)
    {
        faults.Add(string.Create(CultureInfo.InvariantCulture, $"recall of {kind} is {recall:0.00}, at least {LeastRecall:0.00}"));
    }
}

double accuracy = Share(letters.Length, kinds.Sum(kind => matrix[(int)kind, (int)kind]));
if (accuracy < LeastAccuracy)
{
    faults.Insert(0, string.Create(CultureInfo.InvariantCulture, $"accuracy is {accuracy:0.00}, at least {LeastAccuracy:0.00}"));
}

if (server is not null)
{
    Console.WriteLine("(simulated: a kind is found by its name alone)");
}

if (faults.Count > 0)
{
    Console.Error.WriteLine($"quality check failed: {string.Join("; ", faults)}");
    return 2;
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"quality: accuracy {accuracy:0.00} of {letters.Length} letters"));
return 0;

static double Share(int all, int right) => all == 0 ? 0 : (double)right / all;

internal sealed record Sorted([property: Description("What the letter is about; Other when nothing else fits.")] Kind Kind);

internal enum Kind
{
    Other,
    Delivery,
    Refund,
    Login,
    Praise,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Sorted))]
internal sealed partial class SortJson : JsonSerializerContext;
