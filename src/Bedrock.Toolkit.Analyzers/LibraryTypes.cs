using Microsoft.CodeAnalysis;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>The types of the library in a compilation. Immutable.</summary>
internal sealed class LibraryTypes
{
    private const string Name = "Bedrock.Toolkit";

    private readonly INamedTypeSymbol _model;
    private readonly INamedTypeSymbol _streamingModel;
    private readonly INamedTypeSymbol _stream;
    private readonly INamedTypeSymbol _foldingStream;
    private readonly INamedTypeSymbol? _asyncModel;

    private LibraryTypes(INamedTypeSymbol[] types, INamedTypeSymbol? asyncModel)
    {
        (_model, _streamingModel, _stream, _foldingStream, _asyncModel) = (types[0], types[1], types[2], types[3], asyncModel);
    }

    /// <summary>Finds the types.</summary>
    /// <param name="compilation">What is compiled.</param>
    /// <returns>The types; null when the compilation does not use the library.</returns>
    public static LibraryTypes? Find(Compilation compilation)
    {
        string[] names = ["Model`2", "StreamingModel`3", "BedrockStream`1", "BedrockStream`2"];
        INamedTypeSymbol[] types = [.. names.Select(name => compilation.GetTypeByMetadataName($"{Name}.{name}")).OfType<INamedTypeSymbol>()];
        return types.Length == names.Length ? new LibraryTypes(types, compilation.GetTypeByMetadataName($"{Name}.AsyncModel`1")) : null;
    }

    /// <summary>Whether a symbol is one of the library's, its packages included.</summary>
    /// <param name="symbol">Any symbol.</param>
    /// <returns>Whether it is declared in an assembly of the library.</returns>
    public static bool Owns(ISymbol symbol) =>
        symbol.ContainingAssembly?.Name is { } name && (name == Name || name.StartsWith(Name + ".", StringComparison.Ordinal));

    /// <summary>The request that a model takes.</summary>
    /// <param name="type">The type of the model.</param>
    /// <returns>The request; null when the type is no model that is called with one.</returns>
    public ITypeSymbol? RequestOf(ITypeSymbol? type) => Closed(type, _model)?.TypeArguments[0];

    /// <summary>Whether a type is a model that streams.</summary>
    /// <param name="type">The type of the model.</param>
    /// <returns>Whether <c>StreamAsync</c> takes it.</returns>
    public bool CanStream(ITypeSymbol? type) => Closed(type, _streamingModel) is not null;

    /// <summary>The input of a model that is called by a job.</summary>
    /// <param name="type">The type of the model.</param>
    /// <returns>The input; null when the type is another one.</returns>
    public ITypeSymbol? JobInputOf(ITypeSymbol? type) => _asyncModel is null ? null : Closed(type, _asyncModel)?.TypeArguments[0];

    /// <summary>Whether a type is a stream of the library.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>Whether it is one.</returns>
    public bool IsStream(ITypeSymbol? type) => Closed(type, _stream) is not null;

    /// <summary>Whether a type is a stream that can be read as one response.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>Whether it has <c>ToResponseAsync</c>.</returns>
    public bool IsFoldingStream(ITypeSymbol? type) => Closed(type, _foldingStream) is not null;

    private static INamedTypeSymbol? Closed(ITypeSymbol? type, INamedTypeSymbol open)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current is INamedTypeSymbol named && SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, open))
            {
                return named;
            }
        }

        return null;
    }
}
