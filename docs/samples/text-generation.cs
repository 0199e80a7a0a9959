#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// Text generation: product texts from facts. No text goes out unchecked: every fact is in it, no figure is made up, length and tone fit, and it is whole.
//   dotnet run docs/samples/text-generation.cs               against the embedded server, no AWS account needed
//   dotnet run docs/samples/text-generation.cs -- --aws      against AWS, with the Region and credentials of the normal AWS chain
//   dotnet run docs/samples/text-generation.cs -- --break    leaves the facts out of the prompt, so that the check fails (exit code 2)
// The simulated model repeats what it is asked: it shows that the check works, and nothing about prose.
using System.Text.RegularExpressions;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;

ModelId model = "us.amazon.nova-lite-v1:0";
Product[] products =
[
    new("the tent Tern", "2.4 kg", "60 cm", "two people"),
    new("the stove Ember", "310 g", "gas", "boils a litre in 4 minutes"),
    new("the rucksack Orsby", "55 litres", "rain cover", "hip belt"),
];
string[] praise = ["best", "amazing", "perfect", "unique", "revolutionary"];

bool broken = args.Contains("--break");
await using BedrockServer? server = args.Contains("--aws") ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();

List<string> faults = [];
foreach (Product product in products)
{
    string facts = broken ? string.Empty : $" Use these words as they are: {string.Join("; ", product.Facts)}.";
    ConverseRequest request = ConverseRequest.For($"Describe {product.Name} for a shop, in two or three plain sentences.{facts}", maxTokens: 300);
    request.System = ["Write only what you are told. No praise, no figures of your own."];
    ConverseResponse reply = await bedrock.ConverseAsync(model, request);

    string[] wrong = [.. Faults(product, reply)];
    Console.WriteLine($"{product.Name}: {reply.Text}");
    Console.WriteLine($"  {(wrong.Length == 0 ? "fit to go out" : string.Join("; ", wrong))}");
    faults.AddRange(wrong.Select(fault => $"{product.Name}: {fault}"));
}

if (server is not null)
{
    Console.WriteLine("(simulated: the model repeats its prompt; how good its prose is can only be seen with --aws)");
}

if (faults.Count > 0)
{
    Console.Error.WriteLine($"quality check failed: {string.Join("; ", faults)}");
    return 2;
}

Console.WriteLine($"quality: {products.Length} of {products.Length} texts have their facts and nothing else");
return 0;

// What a reader of the shop would complain about; each rule by its name.
IEnumerable<string> Faults(Product product, ConverseResponse reply)
{
    if (reply.StopReason != StopReason.EndTurn)
    {
        yield return $"not whole ({reply.StopReason})";
    }

    foreach (string fact in product.Facts.Where(fact => !reply.Text.Contains(fact, StringComparison.OrdinalIgnoreCase)))
    {
        yield return $"fact missing: {fact}";
    }

    foreach (string figure in Figures(reply.Text).Except(Figures(string.Join(' ', product.Facts))))
    {
        yield return $"figure made up: {figure}";
    }

    foreach (string word in praise.Where(word => Regex.IsMatch(reply.Text, $@"\b{word}\b", RegexOptions.IgnoreCase)))
    {
        yield return $"praise: {word}";
    }

    int words = reply.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
    if (words is < 15 or > 100)
    {
        yield return $"{words} words instead of 15 to 100";
    }
}

static IEnumerable<string> Figures(string text) => Regex.Matches(text, @"\d+(?:[.,]\d+)*").Select(match => match.Value);

internal sealed record Product(string Name, params string[] Facts);
