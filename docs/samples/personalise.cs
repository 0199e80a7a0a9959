#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// Recommends what a reader may like next: the mean of the vectors of what he read, newer things counting more, is what is searched for.
//   dotnet run docs/samples/personalise.cs             against the embedded server, no AWS account needed
//   dotnet run docs/samples/personalise.cs -- --aws    against AWS, with the Region and credentials of the normal AWS chain
//   dotnet run docs/samples/personalise.cs -- --break  recommends the same to everybody, so that the check fails (exit code 2)
// The simulated vectors know words, not meanings: titles are near when they share words. How well meanings are met can only be seen with --aws.
using System.Globalization;
using System.Numerics.Tensors;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

const int Dimensions = 256;
const float AgeFactor = 0.8f;
const double LeastPrecision = 0.6;       // of a blind choice among the three shelves a third would fit

string[] catalogue =
[
    "Sailing alone: a small boat on a stormy ocean",
    "Knots and ropes for sailing boats",
    "Navigation on the ocean by stars and a paper chart",
    "Repairing a wooden boat: planks, varnish and glue",
    "A stormy coast: a novel of sailing ships",
    "Baking bread: sourdough, rye and rolls",
    "Baking cakes and tarts with fruit",
    "The year of a baker: flour and bread for each season",
    "Rye and sourdough: baking with old flour",
    "Soup and bread for cold evenings",
    "A garden without work: shrubs, mulch and patience",
    "Pruning apple trees in the winter garden",
    "Vegetables in pots: a garden on the balcony",
    "Bees in the garden: a first year with one hive",
    "Trees and shrubs for shade and for bees",
    "Night sky for beginners: planets and comets",
];
// Who, what was read, and the shelf on which a person would look: the check counts what comes from it.
(string Reader, int[] History, Range Shelf)[] readers =
[
    ("Ines, who sails", [2, 1, 0], 0..5),
    ("Tom, who bakes", [6, 5], 5..10),
    ("Ruth, who gardens", [12, 10], 10..15),
];

bool aws = args.Contains("--aws");
await using BedrockServer? server = aws ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();

// The catalogue is embedded once; its vectors lie one after another, as a search over memory wants them.
EmbeddingResult embedded = await bedrock.EmbedAsync(TitanModels.EmbedTextV2, catalogue, EmbeddingPurpose.Document, Dimensions);
float[] matrix = [.. embedded.Vectors.SelectMany(v => v.ToArray())];
Console.WriteLine($"catalogue: {catalogue.Length} titles, {embedded.Calls} calls, {embedded.Usage?.InputTokens ?? 0} tokens");

int fitting = 0;
foreach ((string reader, int[] history, Range shelf) in readers)
{
    float[] taste = TasteOf(args.Contains("--break") ? readers[0].History : history);
    VectorMatch[] unread = [.. VectorSearch.TopK(taste, matrix, catalogue.Length).Where(m => !history.Contains(m.Index)).Take(3)];
    fitting += unread.Count(m => m.Index >= shelf.Start.Value && m.Index < shelf.End.Value);
    Console.WriteLine();
    Console.WriteLine($"{reader}; read last: {catalogue[history[^1]]}");
    foreach (VectorMatch match in unread)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {match.Score:0.000}  {catalogue[match.Index]}"));
    }
}

double precision = fitting / (3.0 * readers.Length);
Console.WriteLine();
if (precision < LeastPrecision)
{
    Console.Error.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"quality check failed: precision@3 is {precision:0.00}, at least {LeastPrecision:0.00}"));
    return 2;
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"quality: precision@3 {precision:0.00} over {readers.Length} readers, nothing that was read"));
return 0;

// The history is in the order of reading: the last title counts 1, the one before 0.8, and so on.
float[] TasteOf(int[] history)
{
    float[] taste = new float[Dimensions];
    float weight = 1;
    foreach (int title in history.Reverse())
    {
        float[] vector = embedded.Vectors[title].ToArray();
        VectorSimilarity.Normalize(vector);
        TensorPrimitives.MultiplyAdd(vector, weight, taste, taste);
        weight *= AgeFactor;
    }

    VectorSimilarity.Normalize(taste);
    return taste;
}
