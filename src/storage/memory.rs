//! A store in memory, with the same promises as the browser's database except that of lasting.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::import::UndoStep;
use super::{Batch, Counts, DeviceKey, Durability, ImportBatch, ImportHead, StoreError, Which};
use crate::schema::{PackedRow, Row};

/// A store in memory. Clones share the content.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore(Rc<RefCell<Content>>);

#[derive(Clone, Debug, Default)]
struct Content {
    rows: BTreeMap<String, PackedRow>,
    journal: Vec<Pack>,
    imports: Vec<(ImportHead, Vec<String>, Option<Option<String>>)>,
    device: Vec<(&'static str, String)>,
    failures: Option<(usize, StoreError)>,
}

impl Content {
    fn set_device(&mut self, key: DeviceKey, value: Option<String>) {
        self.device.retain(|(own, _)| *own != key.word());
        self.device.extend(value.map(|value| (key.word(), value)));
    }
}

#[derive(Clone, Debug)]
struct Pack {
    scope: String,
    entries: String,
    import: Option<String>,
}

impl MemoryStore {
    /// Lets the next `times` writes fail with `error`; for tests.
    pub fn fail_next(&self, times: usize, error: StoreError) {
        self.0.borrow_mut().failures = Some((times, error));
    }

    fn may_write(&self) -> Result<(), StoreError> {
        match &mut self.0.borrow_mut().failures {
            Some((times, error)) if *times > 0 => {
                *times -= 1;
                Err(error.clone())
            }
            _ => Ok(()),
        }
    }

    pub(super) fn packed(&self, which: Which<'_>) -> Result<Vec<PackedRow>, StoreError> {
        let content = self.0.borrow();
        let is_asked = |row: &&PackedRow| match which {
            Which::All => true,
            Which::Kind(kind) => row.kind == kind,
            Which::Scope(scope) => row.scope == scope,
            Which::Ids(ids) => ids.contains(&row.id),
            Which::Any => true,
        };
        let most = if which == Which::Any { 1 } else { usize::MAX };
        Ok(content.rows.values().filter(is_asked).take(most).cloned().collect())
    }

    pub(super) fn journal_packs(&self, scope: Option<&str>) -> Result<Vec<String>, StoreError> {
        let content = self.0.borrow();
        let packs = content.journal.iter().filter(|pack| scope.is_none_or(|scope| pack.scope == scope));
        Ok(packs.map(|pack| pack.entries.clone()).collect())
    }

    pub(super) fn write(&self, batch: &Batch, _: Durability) -> Result<(), StoreError> {
        self.may_write()?;
        let mut content = self.0.borrow_mut();
        let change = batch.change();
        let may_write = |row: &Row| {
            let stored = content.rows.get(&row.id).map(|stored| (stored.rev, stored.text.as_str()));
            batch.may_replace(&row.id, stored)
        };
        let overtaken: Vec<String> =
            change.rows.iter().filter(|row| !may_write(row)).map(|row| row.id.clone()).collect();
        if !overtaken.is_empty() {
            return Err(StoreError::Overtaken(overtaken));
        }
        for row in &change.rows {
            content.rows.insert(row.id.clone(), PackedRow::of(row));
        }
        for (scope, entries) in Batch::packs(&change.entries) {
            content.journal.push(Pack { scope, entries, import: None });
        }
        Ok(())
    }

    pub(super) fn import(&self, batch: &ImportBatch, progress: &mut dyn FnMut(usize, usize)) -> Result<(), StoreError> {
        self.may_write()?;
        let mut content = self.0.borrow_mut();
        let is_overtaken = |incoming: &&super::Incoming| content.rows.get(&incoming.row.id) != incoming.before.as_ref();
        let overtaken: Vec<String> =
            batch.rows.iter().filter(is_overtaken).map(|incoming| incoming.row.id.clone()).collect();
        if !overtaken.is_empty() {
            return Err(StoreError::Overtaken(overtaken));
        }
        for incoming in &batch.rows {
            content.rows.insert(incoming.row.id.clone(), incoming.row.clone());
        }
        for (scope, entries) in batch.packs() {
            content.journal.push(Pack { scope: scope.to_owned(), entries, import: Some(batch.id.clone()) });
        }
        let carried_before = batch.carried.as_ref().map(|(_, before)| before.clone());
        if let Some((carried, _)) = &batch.carried {
            content.set_device(DeviceKey::Carried, Some(carried.clone()));
        }
        content.imports.push((batch.head(), batch.undo_packs(), carried_before));
        progress(batch.rows.len(), batch.rows.len());
        Ok(())
    }

    pub(super) fn imports(&self) -> Result<Vec<ImportHead>, StoreError> {
        Ok(self.0.borrow().imports.iter().map(|(head, _, _)| head.clone()).collect())
    }

    pub(super) fn undo_import(&self, id: &str) -> Result<(), StoreError> {
        self.may_write()?;
        let mut content = self.0.borrow_mut();
        let at = content.imports.iter().position(|(head, _, _)| head.id == id).ok_or(StoreError::NoSuchImport)?;
        let steps: Vec<UndoStep> =
            content.imports[at].1.iter().map(|pack| UndoStep::of_pack(pack)).collect::<Result<Vec<_>, _>>()?.concat();
        let is_as_put = |step: &&UndoStep| {
            content.rows.get(&step.id).is_some_and(|row| row.rev == step.rev && row.updated == step.updated)
        };
        let overtaken: Vec<String> = steps.iter().filter(|step| !is_as_put(step)).map(|step| step.id.clone()).collect();
        if !overtaken.is_empty() {
            return Err(StoreError::Overtaken(overtaken));
        }
        for step in steps {
            match step.before_row()? {
                Some(before) => content.rows.insert(step.id, before),
                None => content.rows.remove(&step.id),
            };
        }
        let (_, _, carried) = content.imports.remove(at);
        if let Some(before) = carried {
            content.set_device(DeviceKey::Carried, before);
        }
        content.journal.retain(|pack| pack.import.as_deref() != Some(id));
        Ok(())
    }

    pub(super) fn drop_scope(&self, scope: &str) -> Result<(), StoreError> {
        self.may_write()?;
        let mut content = self.0.borrow_mut();
        content.rows.retain(|_, row| row.scope != scope);
        content.journal.retain(|pack| pack.scope != scope);
        Ok(())
    }

    pub(super) fn wipe(&self) -> Result<(), StoreError> {
        self.may_write()?;
        *self.0.borrow_mut() = Content::default();
        Ok(())
    }

    pub(super) fn counts(&self) -> Result<Counts, StoreError> {
        let content = self.0.borrow();
        Ok(Counts { rows: content.rows.len(), packs: content.journal.len(), imports: content.imports.len() })
    }

    pub(super) fn count(&self) -> Result<usize, StoreError> {
        Ok(self.0.borrow().rows.len())
    }

    pub(super) fn device(&self, key: DeviceKey) -> Result<Option<String>, StoreError> {
        Ok(self.0.borrow().device.iter().find(|(own, _)| *own == key.word()).map(|(_, value)| value.clone()))
    }

    pub(super) fn set_device(&self, key: DeviceKey, value: Option<&str>) -> Result<(), StoreError> {
        self.may_write()?;
        self.0.borrow_mut().set_device(key, value.map(str::to_owned));
        Ok(())
    }
}
