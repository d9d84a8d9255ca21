using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.BuildingBlocks.Audit;

/// <summary>
/// Erases the content beside a leaf, and its salt, so that nobody can find out by guessing what it was. Called when the entry
/// that decides it is in the log, and not before: there is no moment at which a content is gone without its reason.
/// </summary>
public sealed class EntryEraser(IEnumerable<IModule> modules, IServiceProvider services)
{
    /// <param name="schema">The module that wrote the entry.</param>
    /// <param name="by">The entry that names this one and the basis.</param>
    /// <returns>False where there is no such entry any more.</returns>
    public async Task<bool> EraseAsync(string schema, Guid entry, Guid by, CancellationToken cancellationToken)
    {
        var module = modules.Single(one => one.Database is not null && one.Schema == schema);
        var context = (ModuleDbContext)services.GetRequiredService(module.Database!.Context);
        var told = ErasedContent.By(by);
        await context.Writing.EnterAsync(cancellationToken);
        try
        {
            var changed = await context
                .AuditEntries.Where(one => one.Id == entry)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.Content, told).SetProperty(one => one.Salt, ""),
                    cancellationToken
                );
            return changed == 1;
        }
        finally
        {
            await context.Writing.EndAsync();
        }
    }
}
