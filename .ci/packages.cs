#!/usr/bin/env dotnet
#:property PublishAot=false

// What CI asks of packages: that two folders of them are the same, and which licences stand behind them.
//   dotnet run .ci/packages.cs -- compare <folder> <folder>
//   dotnet run .ci/packages.cs -- licences <folder with *.bom.json> <page>
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

// Packages that have the text of a licence and no name of it; read by somebody.
Dictionary<string, string> read = new() { ["Fractions | 7.3.0"] = "BSD-2-Clause" };
string[] allowed = ["Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "MIT-0"];
return args switch
{
    ["compare", var left, var right] => Compare(left, right),
    ["licences", var folder, var page] => Licences(folder, page),
    _ => Fail("say compare <folder> <folder> or licences <folder> <page>"),
};

int Compare(string left, string right)
{
    string[] packages = [.. Directory.GetFiles(left, "*.nupkg").Select(path => Path.GetFileName(path)!).Order()];
    foreach (string package in packages)
    {
        if (!File.Exists(Path.Combine(right, package)))
        {
            return Fail($"{package} was not packed a second time");
        }

        SortedDictionary<string, string> one = Read(Path.Combine(left, package));
        SortedDictionary<string, string> other = Read(Path.Combine(right, package));
        string[] different = [.. one.Keys.Union(other.Keys).Where(name => one.GetValueOrDefault(name) != other.GetValueOrDefault(name))];
        if (different.Length > 0)
        {
            return Fail($"{package} is not the same from another folder: {string.Join(", ", different)}");
        }
    }

    Console.WriteLine($"reproducible: {packages.Length} packages are the same from two folders");
    return packages.Length > 0 ? 0 : Fail("there are no packages");
}

// Every file with the hash of its content; the parts of the container itself have names and ids that are drawn anew each time.
SortedDictionary<string, string> Read(string package)
{
    using ZipArchive archive = ZipFile.OpenRead(package);
    var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
    foreach (ZipArchiveEntry entry in archive.Entries)
    {
        if (!entry.FullName.StartsWith("_rels/", StringComparison.Ordinal) && !entry.FullName.StartsWith("package/", StringComparison.Ordinal))
        {
            using Stream content = entry.Open();
            files[entry.FullName] = Convert.ToHexString(SHA256.HashData(content));
        }
    }

    return files;
}

int Licences(string folder, string page)
{
    var rows = new SortedDictionary<string, (string Licence, SortedSet<string> Of)>(StringComparer.OrdinalIgnoreCase);
    foreach (string bom in Directory.GetFiles(folder, "*.bom.json"))
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(bom));
        string of = Path.GetFileName(bom)[..^".bom.json".Length];
        foreach (JsonElement part in document.RootElement.GetProperty("components").EnumerateArray())
        {
            string name = part.GetProperty("name").GetString()!;
            if (!name.StartsWith("Bedrock.Toolkit", StringComparison.Ordinal))
            {
                string key = $"{name} | {part.GetProperty("version").GetString()}";
                rows.TryAdd(key, (read.GetValueOrDefault(key) ?? LicenceOf(part), new SortedSet<string>(StringComparer.Ordinal)));
                rows[key].Of.Add(of);
            }
        }
    }

    if (rows.FirstOrDefault(row => !allowed.Contains(row.Value.Licence)) is { Key: { } odd } found)
    {
        return Fail($"{odd} has the licence '{found.Value.Licence}', which nobody has looked at");
    }

    var text = new StringBuilder("# Licences of what the packages need\n\nWritten by `dotnet run .ci/packages.cs -- licences`, from the bill of materials "
        + "(CycloneDX) of each package. The packages themselves: [Apache-2.0](../LICENSE).\n\n"
        + "| package | version | licence | needed by |\n| --- | --- | --- | --- |\n");
    foreach ((string key, (string licence, SortedSet<string> of)) in rows)
    {
        text.Append($"| {key} | {licence} | {string.Join(", ", of.Select(name => name.Replace("Bedrock.Toolkit", "…", StringComparison.Ordinal)))} |\n");
    }

    // Which version of a package of a package comes is up to the source of packages: a change is told, and fails nothing.
    if (!File.Exists(page) || File.ReadAllText(page) != text.ToString())
    {
        File.WriteAllText(page, text.ToString());
        Console.WriteLine($"{page} has changed: look at it and commit it");
    }

    Console.WriteLine($"licences: {rows.Count} packages, {string.Join(", ", rows.Values.Select(row => row.Licence).Distinct().Order())}");
    return 0;
}

string LicenceOf(JsonElement part)
{
    if (!part.TryGetProperty("licenses", out JsonElement licences))
    {
        return "unknown";
    }

    JsonElement first = licences.EnumerateArray().First();
    return first.TryGetProperty("expression", out JsonElement expression) ? expression.GetString()!
        : first.GetProperty("license") is var licence && licence.TryGetProperty("id", out JsonElement id) ? id.GetString()!
        : licence.TryGetProperty("name", out JsonElement name) ? name.GetString()! : "unknown";
}

int Fail(string why)
{
    Console.Error.WriteLine($"FAILED: {why}");
    return 1;
}
